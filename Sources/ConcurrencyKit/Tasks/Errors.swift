/// The task was asked to end (`asyncio.CancelledError`). Clean up and throw it on.
public struct CancelledError: Error, Equatable, CustomStringConvertible {
    /// What `cancel(_:)` was given (promise 86).
    public let message: String?

    /// - Parameter message: Why, for people; what `cancel(_:)` was given.
    public init(message: String? = nil) { self.message = message }

    /// "CancelledError: why", or without the colon if there is no message or an empty one.
    public var description: String {
        if let message, !message.isEmpty { "CancelledError: \(message)" } else { "CancelledError" }
    }
}

/// A future was asked for what it cannot give in its state (`asyncio.InvalidStateError`).
public enum InvalidStateError: Error, CustomStringConvertible {
    /// `result()` was asked before the task or future was done (promise 33).
    case resultNotReady
    /// `exception()` was asked before the task or future was done (promise 33).
    case exceptionNotSet
    /// A future that was done was to be set again (promise 31).
    case alreadyDone

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .resultNotReady: "Result is not set: the task or future is not done; await its value instead"
        case .exceptionNotSet: "Exception is not set: the task or future is not done; await its value instead"
        case .alreadyDone:
            "invalid state: the future is done already; a result, an error or a cancellation is set only once"
        }
    }
}

/// A loop was used in a way that it cannot be: what asyncio reports with a `RuntimeError`. The descriptions begin with
/// CPython's words, so that what a search finds for them helps here too.
public enum LoopError: Error, Equatable, CustomStringConvertible {
    /// What needs a loop was called where none runs.
    case noRunningLoop(operation: String)
    /// `run` was called from code that runs on a loop.
    case alreadyRunning
    /// A loop was used after ``EventLoop/close()`` (promise 16).
    case closed
    /// Something was awaited on another loop than its own (promise 42).
    case differentLoop(awaited: String)
    /// A task awaits itself, and so could never go on (promise 62).
    case awaitsItself(task: String)
    /// A ``Coroutine`` was awaited a second time; where it was made (promise 5).
    case coroutineReused(SourceLocation)
    /// The result of a task was to be set, which is what its body returns.
    case isTask(name: String, operation: String)
    /// The loop's own thread was to wait for the loop.
    case wouldBlock(operation: String)

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .noRunningLoop(let operation):
            "no running event loop: \(operation) works only inside of `run { … }`"
        case .alreadyRunning:
            "run() cannot be called from a running event loop: await the code, or make a task of it"
        case .closed: "Event loop is closed: make a new one, or use `run { … }`"
        case .differentLoop(let awaited):
            "\(awaited) is attached to a different loop: await it on the loop where it was made"
        case .awaitsItself(let task): "Task cannot await on itself: '\(task)'"
        case .isTask(let name, let operation):
            "Task does not support \(operation) operation: '\(name)' results in what its body returns; use a Future"
        case .wouldBlock(let operation):
            "\(operation) would block the event loop for ever: it is meant for other threads; await the task instead"
        case .coroutineReused(let place):
            "cannot reuse already awaited coroutine: the one made at \(place); make a new one for each await"
        }
    }
}
