/// When a new task gets its first turn.
public enum TaskStart: Sendable {
    /// When its creator gives up its turn, after the tasks created before it.
    case scheduled
    /// Inside `createTask`, up to its first real suspension (promise 169). One that never suspends is done when
    /// `createTask` returns (promise 170).
    case eager
}

/// Decides how the tasks of a loop are started (`loop.set_task_factory`).
///
///     EventLoop(taskFactory: .eager)                                   // asyncio.eager_task_factory
///     loop.taskFactory = TaskFactory { task in
///         names.append(task.name)
///         return .scheduled
///     }
public struct TaskFactory {
    let start: (LoopTask<Any>) throws -> TaskStart

    /// - Parameter start: called with each new task before it runs. If it throws, the task has failed with that error and
    ///   does not run.
    public init(_ start: @escaping (LoopTask<Any>) throws -> TaskStart) { self.start = start }

    /// Tasks wait for their turn, as in asyncio.
    public static var standard: TaskFactory { TaskFactory { _ in .scheduled } }
    /// Tasks start at once (`asyncio.eager_task_factory`).
    public static var eager: TaskFactory { TaskFactory { _ in .eager } }
}
