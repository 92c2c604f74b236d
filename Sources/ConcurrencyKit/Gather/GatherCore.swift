/// The future behind a gather: done when its children are, or at the first error. CPython's `_GatheringFuture`.
@usableFromInline
final class GatherCore: FutureCore, @unchecked Sendable {
    let id: Int
    /// One for each argument: a task given twice stands here twice.
    private(set) var children: [FutureCore] = []
    private let returnsErrors: Bool
    /// Distinct children, and how many of them are done.
    private var distinct = 0
    private var finished = 0
    private var doneBefore: [FutureCore] = []
    private var cancelRequested = false
    private let collect: ([FutureCore]) throws -> Any

    /// Without children: add them, then say that those were all.
    ///
    /// - Parameter collect: makes the typed result out of the children, all of them done.
    init(loop: EventLoop, id: Int, returnsErrors: Bool, collect: @escaping ([FutureCore]) throws -> Any) {
        self.id = id
        self.returnsErrors = returnsErrors
        self.collect = collect
        super.init(loop: loop)
    }

    /// Called for each argument in turn, because the next one may start a task eagerly, which then finds this one waited for.
    ///
    /// - Parameter isNew: false for an argument that was given before.
    func add(_ child: FutureCore, isNew: Bool) {
        children.append(child)
        guard isNew else { return }
        distinct += 1
        if child.isPending {
            child.add(Callback(action: .gather(self)))
            if !(child is TaskCore) { loop.waitingForFutures[ObjectIdentifier(self)] = self }
        } else {
            doneBefore.append(child)
        }
    }

    /// It will not be a gather after all: what its children hold must not hold them.
    func letGo() {
        children = []
        doneBefore = []
        loop.waitingForFutures[ObjectIdentifier(self)] = nil
        becomeCancelled(message: nil)
    }

    override func part() {
        for child in children { child.dropCallbacks() }
        children = []
    }

    func allAdded(at site: SourceLocation) {
        if let tracer = loop.tracer { traceOpening(with: tracer, at: site) }
        // After all are known: children that were done already may finish the gather here and now (promise 164).
        for child in doneBefore { childDone(child) }
        doneBefore = []
        if children.isEmpty { collectResults() }
    }

    private func traceOpening(with tracer: Tracer, at site: SourceLocation) {
        var seen = Set<ObjectIdentifier>()
        let tasks = children.filter { seen.insert(ObjectIdentifier($0)).inserted }.compactMap { ($0 as? TaskCore)?.id }
        tracer.emit(
            .scopeOpened(id: id, scope: .gather, members: tasks, deadline: nil),
            loop.current?.id ?? 0,
            at: site,
            on: loop
        )
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
        if !loop.waitingForFutures.isEmpty { loop.waitingForFutures[ObjectIdentifier(self)] = nil }
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
