/// The future behind a gather: done when its children are, or at the first error. CPython's `_GatheringFuture`.
@usableFromInline
final class GatherCore: FutureCore, @unchecked Sendable {
    let id: Int
    /// One for each argument: a task given twice stands here twice.
    let children: [FutureCore]
    private let returnsErrors: Bool
    /// Distinct children, and how many of them are done.
    private let distinct: Int
    private var finished = 0
    private var cancelRequested = false
    private let collect: ([FutureCore]) throws -> Any

    /// - Parameter collect: makes the typed result out of the children, all of them done.
    init(
        loop: EventLoop,
        id: Int,
        children: [FutureCore],
        returnsErrors: Bool,
        at site: SourceLocation,
        collect: @escaping ([FutureCore]) throws -> Any
    ) {
        self.id = id
        self.children = children
        self.returnsErrors = returnsErrors
        self.collect = collect
        var seen = Set<ObjectIdentifier>()
        let different = children.filter { seen.insert(ObjectIdentifier($0)).inserted }
        distinct = different.count
        super.init(loop: loop)
        loop.tracer?.emit(
            .scopeOpened(
                id: id,
                scope: .gather,
                members: different.compactMap { ($0 as? TaskCore)?.id },
                deadline: nil
            ),
            loop.current?.id ?? 0,
            at: site,
            on: loop
        )
        let done = different.filter { !$0.isPending }
        for child in different where child.isPending { child.add(Callback(action: .gather(self))) }
        // After all are known: children that were done already may finish the gather here and now (promise 164).
        for child in done { childDone(child) }
        if children.isEmpty { collectResults() }
    }

    override var traceWait: TraceEvent.Wait { .scope(id) }
    override var description: String { "a gather of \(children.count)" }

    func childDone(_ child: FutureCore) {
        finished += 1
        // A later error of another child is swallowed, and counts as read (promise 147).
        child.markRead()
        guard isPending else { return }
        if !returnsErrors, let error = child.takeError() {
            // A cancelled child is an error like any other: the gather itself is never `cancelled` (promise 158).
            close { fail(error) }
        } else if finished == distinct {
            if cancelRequested, let last = children.last {
                close { fail(last.takeCancellation()) }
            } else {
                collectResults()
            }
        }
    }

    private func collectResults() {
        let outcome = Result { try collect(children) }
        close {
            switch outcome {
            case .success(let value): finish(result: value)
            case .failure(let error): finish(throwing: error)
            }
        }
    }

    /// An error that nobody awaits is reported when the loop closes, as that of any future is (promise 36).
    private func fail(_ error: any Error) {
        loop.unread.insert(self)
        finish(throwing: error)
    }

    private func close(_ finishing: () -> Void) {
        loop.tracer?.emit(.scopeClosed(id: id), 0, on: loop)
        finishing()
    }

    /// Cancels every unfinished child in argument order; the gather ends through them (promises 153 to 156).
    override func cancel(message: String?) -> Bool {
        guard isPending else { return false }
        var any = false
        for child in children where child.cancel(message: message) { any = true }
        if any { cancelRequested = true }
        return any
    }
}
