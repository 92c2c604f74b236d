/// A handle on a running piece of work (`asyncio.Task`); made by `createTask`.
///
/// It is a handle: copies are the same task. It belongs to its loop and is not safe to use from other threads.
public struct LoopTask<Output>: Awaitable, Hashable, @unchecked Sendable {
    // Sendable so that closures which run on the loop may hold it; its loop alone touches it.
    let task: TaskCore?
    let core: FutureCore

    init(core: TaskCore) {
        task = core
        self.core = core
    }

    /// A task that could not be made.
    init(failed error: LoopError) {
        task = nil
        core = .failed(error)
    }

    /// Waits for the task to end; its value, or its error. Cancelling the awaiter cancels this task (promise 69).
    ///
    /// - Throws: its error; ``CancelledError`` if it or the awaiting task is cancelled; `LoopError.awaitsItself` in the task
    ///   itself (promise 62); `LoopError.differentLoop` on another loop than its own.
    public var value: Output {
        get async throws {
            if core.isPending { try await core.wait(at: nil) }
            return try core.get(Output.self)
        }
    }

    // MARK: State

    /// Has returned, thrown, or ended cancelled.
    public var done: Bool { !core.isPending }
    /// Ended by a cancellation; false as long as one is only requested (promise 316).
    public var cancelled: Bool { core.state == .cancelled }

    /// What it returned (promise 313).
    ///
    /// - Throws: its error; ``CancelledError`` if it was cancelled; `InvalidStateError` while it runs.
    public func result() throws -> Output { try core.get(Output.self) }

    /// Its error, or nil if it returned. Throws `InvalidStateError` while it runs, `CancelledError` if it was cancelled.
    public func exception() throws -> (any Error)? { try core.exception() }

    // MARK: Cancellation

    /// Asks the task to end: a `CancelledError` is thrown once, where it is suspended or next suspends (promise 64).
    ///
    /// A request, not an end: the task may clean up, or refuse. False if it has ended already.
    @discardableResult
    public func cancel(_ message: String? = nil) -> Bool { core.cancel(message: message) }

    /// How many requests to cancel stand: `cancel()` calls less `uncancel()` calls (promise 73).
    public var cancelling: Int { task?.cancelRequests ?? 0 }

    /// Withdraws one request, for code that has dealt with it; what remains, never below zero (promise 77).
    @discardableResult
    public func uncancel() -> Int { task?.uncancel() ?? 0 }

    // MARK: Name

    /// `Task-1`, `Task-2`, … unless given (promise 52).
    public var name: String {
        get { task?.name ?? "" }
        nonmutating set {
            guard let task else { return }
            task.name = newValue
            task.loop.tracer?.emit(.renamed(newValue), task.id, on: task.loop)
        }
    }

    /// The context that the task runs in (promise 331).
    public var context: Context {
        if let context = task?.context { return context }
        let context = Context()
        task?.context = context
        if let task, task.loop.current === task { task.loop.contextSlot.context = context }
        return context
    }

    // MARK: Callbacks

    /// Calls `callback` through the loop when the task has ended, in the order added; one turn later if it has
    /// ended already (promises 317–319). An error that it throws goes to ``EventLoop/exceptionHandler``.
    @discardableResult
    public func addDoneCallback(
        context: Context? = nil,
        _ callback: @escaping (LoopTask<Output>) throws -> Void
    ) -> DoneCallback {
        core.addCallback(context: context) { _ in try callback(self) }
    }

    /// Removes a callback; how many there were (promise 321).
    @discardableResult
    public func removeDoneCallback(_ callback: DoneCallback) -> Int { core.removeCallbacks(token: callback.token) }

    /// The same task, not an equal result.
    public static func == (left: Self, right: Self) -> Bool { left.core === right.core }
    /// By the task's number on its loop: where hashing is deterministic, a set of tasks has one order in every run.
    public func hash(into hasher: inout Hasher) { hasher.combine(task?.id) }
}

extension LoopTask {
    /// The same task, however their results are typed.
    public static func == <Other>(left: Self, right: LoopTask<Other>) -> Bool { left.core === right.core }
    /// The same task, however their results are typed: `task == LoopTask.current`.
    public static func == <Other>(left: Self, right: LoopTask<Other>?) -> Bool { left.core === right?.core }
    /// The same task, however their results are typed: `LoopTask.current == task`.
    public static func == <Other>(left: LoopTask<Other>?, right: Self) -> Bool { left?.core === right.core }
    /// Two tasks, however their results are typed.
    public static func != <Other>(left: Self, right: LoopTask<Other>) -> Bool { left.core !== right.core }
    /// Another task, or none.
    public static func != <Other>(left: Self, right: LoopTask<Other>?) -> Bool { left.core !== right?.core }
    /// Another task, or none.
    public static func != <Other>(left: LoopTask<Other>?, right: Self) -> Bool { left?.core !== right.core }
}

extension LoopTask: FutureHandle, FutureConvertible {
    func ensureFuture(on loop: EventLoop, scope: Int?, birthplace: SourceLocation) -> FutureCore { core }
}

extension LoopTask where Output == Any {
    /// The task that is running; nil in a plain callback and outside of a loop (promises 300–302).
    public static var current: LoopTask<Any>? {
        (CurrentLoop.loop?.current).map { LoopTask(core: $0) }
    }

    /// The same task without the type of its result.
    public init(_ task: LoopTask<some Any>) {
        self.task = task.task
        core = task.core
    }
}

extension LoopTask: CustomStringConvertible {
    /// `<LoopTask pending name='reader' wait_for=<future 1>>`: state, name, what it waits for, how it ended (promises 333 and 334).
    public var description: String {
        let state =
            switch core.state {
            case .pending: cancelling > 0 ? "cancelling" : "pending"
            case .finished: "finished"
            case .cancelled: "cancelled"
            }
        var parts = ["LoopTask", state, "name='\(name)'"]
        if let task, core.isPending {
            switch task.waiter {
            case .future(let future): parts.append("wait_for=<\(future.description)>")
            case .sleep, .waking: parts.append("wait_for=<sleep>")
            case .none, .ready: break
            }
        }
        if core.state == .finished {
            parts.append(core.failure.map { "exception=\($0)" } ?? "result=\(core.result ?? ())")
        }
        return "<\(parts.joined(separator: " "))>"
    }
}
