/// Runs `body`, which makes tasks in a group, and waits until all of them have ended (`asyncio.TaskGroup`).
///
///     try await withLoopTaskGroup { group in
///         let user = try group.createTask { try await fetchUser() }
///         let photo = try group.createTask { try await fetchPhoto() }
///     }
///
/// The first failure cancels the siblings and the body; when all have ended, the errors are thrown together as one
/// ``ExceptionGroup``, in the order in which they happened, the body's own last (promises 100 to 108). A cancelled child is
/// no failure (promise 110). Cancelling the parent cancels the children, waits for them, and throws `CancelledError`
/// (promise 111).
///
/// - Throws: ``ExceptionGroup``; `CancelledError`; `TaskGroupError.noParent` outside of a task, and
///   `TaskGroupError.cancelled` if ``LoopTaskGroup/cancel()`` interrupted the body, which then has no value to return.
@discardableResult
public func withLoopTaskGroup<Value>(
    file: String = #fileID,
    line: Int = #line,
    _ body: (LoopTaskGroup) async throws -> Value
) async throws -> Value {
    let group = LoopTaskGroup()
    return try await group.run(file: file, line: line) { try await body(group) }
}

/// `withLoopTaskGroup` whose body returns nothing: ``LoopTaskGroup/cancel()`` is no error then.
public func withLoopTaskGroup(
    file: String = #fileID,
    line: Int = #line,
    _ body: (LoopTaskGroup) async throws -> Void
) async throws {
    let group = LoopTaskGroup()
    try await group.run(file: file, line: line) { try await body(group) }
}

/// Where the tasks of a group are made (`asyncio.TaskGroup`). Follows CPython's step by step.
///
/// `withLoopTaskGroup` makes and runs one in a single step. On its own, to hand it to others before its block is entered:
///
///     let group = LoopTaskGroup()
///     let server = Server(tasks: group)
///     try await group.run { try await server.serve() }
public final class LoopTaskGroup: CustomStringConvertible {
    /// What is known from the moment on at which the block is entered.
    private struct Entry {
        let loop: EventLoop
        let parent: TaskCore
        let site: SourceLocation
        let scope: Int
        /// How many ``withCancellationHeld(_:)`` blocks the parent was in.
        let depth: Int
    }

    private var entry: Entry?
    /// Unfinished children in creation order: the order in which they are cancelled (promise 129).
    fileprivate private(set) var children: [TaskCore] = []
    private var errors: [any Error] = []
    private var isExiting = false
    private var isAborting = false
    /// The group has cancelled its parent to interrupt the body, and owes it an `uncancel()`.
    private var parentCancelRequested = false
    private var allEnded: GroupEndCore?

    /// A group whose block has not been entered: it takes no task yet (promise 120).
    public init() {}

    /// `<LoopTaskGroup tasks=2 errors=1 cancelling>`: unfinished tasks, errors so far, and `entered` or `cancelling`.
    public var description: String {
        var parts = ["LoopTaskGroup"]
        if !children.isEmpty { parts.append("tasks=\(children.count)") }
        if !errors.isEmpty { parts.append("errors=\(errors.count)") }
        if isAborting { parts.append("cancelling") } else if entry != nil { parts.append("entered") }
        return "<\(parts.joined(separator: " "))>"
    }

    /// Runs `body` in the current task, and waits until all tasks of the group have ended; what `withLoopTaskGroup` does.
    ///
    /// - Throws: what `withLoopTaskGroup` throws; `TaskGroupError.alreadyEntered` the second time.
    @discardableResult
    public func run<Value>(
        file: String = #fileID,
        line: Int = #line,
        _ body: () async throws -> Value
    ) async throws -> Value {
        guard let value = try await enterAndLeave(at: SourceLocation(file: file, line: line), body) else {
            throw TaskGroupError.cancelled
        }
        return value
    }

    /// `run` of a body that returns nothing: ``cancel()`` is no error then.
    public func run(
        file: String = #fileID,
        line: Int = #line,
        _ body: () async throws -> Void
    ) async throws {
        _ = try await enterAndLeave(at: SourceLocation(file: file, line: line), body)
    }

    /// Nil if the group was cancelled by itself while the body ran.
    private func enterAndLeave<Value>(
        at site: SourceLocation,
        _ body: () async throws -> Value
    ) async throws -> Value? {
        let entry = try enter(at: site)
        let value: Value
        do {
            value = try await body()
        } catch {
            try await leave(entry, throwing: error)
            return nil
        }
        try await leave(entry, throwing: nil)
        return value
    }

    private func enter(at site: SourceLocation) throws -> Entry {
        guard entry == nil else { throw TaskGroupError.alreadyEntered }
        guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "withLoopTaskGroup") }
        guard let parent = loop.current else { throw TaskGroupError.noParent }
        loop.scopeCount += 1
        let entry = Entry(loop: loop, parent: parent, site: site, scope: loop.scopeCount, depth: parent.holds.count)
        self.entry = entry
        loop.tracer?.emit(
            .scopeOpened(id: entry.scope, scope: .group, members: [], deadline: nil),
            parent.id,
            at: site,
            on: loop
        )
        if isAborting { interruptBody(of: entry) }
        return entry
    }

    /// Makes a task of the group; any task of the loop may call it while the group is open (promises 98 and 99).
    ///
    /// The arguments mean what they mean to the function `createTask`; by default a task starts as the loop's task factory
    /// says.
    ///
    /// - Throws: `TaskGroupError.notEntered` before its block, `.finished` after the end of the group, `.shuttingDown` once a task has failed or the group
    ///   was cancelled (promises 121 and 122).
    @discardableResult
    public func createTask<Output>(
        name: String? = nil,
        context: Context? = nil,
        start: TaskStart? = nil,
        file: String = #fileID,
        line: Int = #line,
        _ body: @escaping () async throws -> Output
    ) throws -> LoopTask<Output> {
        guard let entry else { throw TaskGroupError.notEntered }
        if isExiting, children.isEmpty { throw TaskGroupError.finished }
        if isAborting { throw TaskGroupError.shuttingDown }
        let task = entry.loop.makeTask(
            name: name,
            context: context,
            start: start,
            scope: entry.scope,
            birthplace: SourceLocation(file: file, line: line)
        ) { $0.result = try await body() }
        children.append(task)
        // Through the loop even if it has ended already: a child that fails at once must not cancel its parent too
        // early (promise 131).
        _ = task.addCallback { [self] _ in ended(task, in: entry) }
        return LoopTask(core: task)
    }

    /// `createTask` of a coroutine.
    ///
    /// - Throws: `TaskGroupError.finished`, `TaskGroupError.shuttingDown`; the coroutine has not run then.
    @discardableResult
    public func createTask<Output>(
        name: String? = nil,
        context: Context? = nil,
        start: TaskStart? = nil,
        file: String = #fileID,
        line: Int = #line,
        _ coroutine: Coroutine<Output>
    ) throws -> LoopTask<Output> {
        do {
            let task = try createTask(name: name, context: context, start: start, file: file, line: line) {
                try await coroutine.value
            }
            task.task?.coroutine = coroutine
            return task
        } catch {
            coroutine.close()
            throw error
        }
    }

    /// Ends the group early: cancels what is unfinished, the body included, and is no error (Python 3.15, promise 132).
    ///
    /// Before the block is entered, the body is interrupted where it first suspends.
    public func cancel() {
        guard !isAborting else { return }
        abort()
        if let entry, !isExiting, !parentCancelRequested { interruptBody(of: entry) }
    }

    private func interruptBody(of entry: Entry) {
        parentCancelRequested = true
        entry.parent.cancel(message: nil, fromDepth: entry.depth)
    }

    private func abort() {
        isAborting = true
        for child in children where child.isPending { child.cancel(message: nil) }
    }

    private func ended(_ task: TaskCore, in entry: Entry) {
        children.removeAll { $0 === task }
        if children.isEmpty, let allEnded, allEnded.isPending { allEnded.finish(result: ()) }
        guard task.state == .finished, let error = task.failure else { return }
        task.markRead()
        errors.append(error)
        guard entry.parent.isPending, !isAborting, !parentCancelRequested else { return }
        abort()
        interruptBody(of: entry)
    }

    /// CPython's `TaskGroup.__aexit__`. Returns if the block ended well, or if `error` is the cancellation by which the
    /// group itself interrupted the body.
    private func leave(_ entry: Entry, throwing error: (any Error)?) async throws {
        let (loop, parent) = (entry.loop, entry.parent)
        defer { loop.tracer?.emit(.scopeClosed(id: entry.scope), parent.id, on: loop) }
        isExiting = true
        let bodyWasCancelled = error.map { $0 is CancelledError || $0 is CancellationError } ?? false
        var cancellation = bodyWasCancelled ? error : nil
        if error != nil, !isAborting { abort() }
        while !children.isEmpty {
            let future = GroupEndCore(of: self, on: loop)
            allEnded = future
            do {
                // Once the children are cancelled nothing but their end may end the wait.
                try await future.wait(at: entry.site, as: .scope(entry.scope), ignoringLevel: isAborting)
                try future.get(Void.self)
            } catch {
                if !isAborting {
                    cancellation = error
                    abort()
                }
            }
            allEnded = nil
        }
        // Only now: a child that fails while the parent waits above makes the request that is withdrawn here (promise 115).
        // What is left over is a cancellation from elsewhere, which goes on.
        if parentCancelRequested, parent.withdrawRequest() == 0 { cancellation = nil }
        if let cancellation, errors.isEmpty { throw cancellation }
        if let error, !bodyWasCancelled { errors.append(error) }
        guard errors.isEmpty else {
            if parent.deliverableRequests > 0 {
                // Cancelled from outside, too: it comes again at the next await, and the count stays (promise 114).
                parent.withdrawRequest()
                parent.cancel(message: nil, fromDepth: entry.depth)
            }
            defer { errors = [] }
            throw ExceptionGroup(message: "unhandled errors in a TaskGroup", errors: errors)
        }
    }
}

/// What the parent waits for at the end of the block.
final class GroupEndCore: FutureCore, @unchecked Sendable {
    private let group: LoopTaskGroup

    init(of group: LoopTaskGroup, on loop: EventLoop) {
        self.group = group
        super.init(loop: loop)
    }

    var children: [TaskCore] { group.children }
    override var description: String { "a group of \(children.count)" }
}
