/// A task group was used in a state in which that is not possible.
public enum TaskGroupError: Error, Equatable, CustomStringConvertible {
    /// The group was entered by code that is no task of the kit (promise 125).
    case noParent
    /// A task was to be made before the block was entered (promise 120).
    case notEntered
    /// The block of a group was to be entered a second time.
    case alreadyEntered
    /// A task was to be made after the block was left (promise 121).
    case finished
    /// A task was to be made after a task had failed, or the group was cancelled (promise 122).
    case shuttingDown
    /// ``LoopTaskGroup/cancel()`` interrupted a body that was to return a value.
    case cancelled

    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .noParent: "a task group needs a parent task: use it inside of `run { … }` or of a task"
        case .notEntered: "the task group has not been entered: make tasks only inside of its block"
        case .alreadyEntered: "the task group has already been entered: make a new one for each block"
        case .finished: "the task group is finished: make tasks only inside of its block"
        case .cancelled: "the task group was cancelled before its block could return a value"
        case .shuttingDown: "the task group is shutting down: one of its tasks has failed or it was cancelled"
        }
    }
}
