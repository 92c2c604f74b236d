/// What the tutor's exit codes mean. Stable: scripts and graders rely on them.
public enum ExitStatus: Int32, Sendable {
    case success = 0
    /// A program failed, or an answer did not pass.
    case failure = 1
    /// Something was typed that cannot be understood: an unknown command, lesson or option.
    case usage = 2
    /// A lesson, or the folder of lessons, is broken or missing.
    case brokenLesson = 3
    /// This machine could not do it: no compiler, no memory, no disk.
    case machine = 4
}
