/// The task was asked to end (`asyncio.CancelledError`). Clean up and throw it on.
public struct CancelledError: Error, Equatable, CustomStringConvertible {
    /// What `cancel(_:)` was given (promise 86).
    public let message: String?

    public init(message: String? = nil) { self.message = message }

    public var description: String { message.map { "CancelledError: \($0)" } ?? "CancelledError" }
}

/// A future was asked for what it cannot give in its state (`asyncio.InvalidStateError`).
public enum InvalidStateError: Error, CustomStringConvertible {
    case resultNotReady
    case exceptionNotSet
    case alreadyDone

    public var description: String {
        switch self {
        case .resultNotReady: "Result is not set: the task or future is not done; await its value instead"
        case .exceptionNotSet: "Exception is not set: the task or future is not done; await its value instead"
        case .alreadyDone: "invalid state: the future is done already; a result, an error or a cancellation is set only once"
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
    case closed
    case differentLoop(awaited: String)
    case awaitsItself(task: String)
    case coroutineReused(SourceLocation)
    /// The loop's own thread was to wait for the loop.
    case wouldBlock(operation: String)

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
        case .wouldBlock(let operation):
            "\(operation) would block the event loop for ever: it is meant for other threads; await the task instead"
        case .coroutineReused(let place):
            "cannot reuse already awaited coroutine: the one made at \(place); make a new one for each await"
        }
    }
}
