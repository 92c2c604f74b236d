import Foundation

/// A signal that ended a process, with its name and what it usually means for a Swift program.
public struct TerminatingSignal: Sendable, Equatable {
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// `SIGILL`, or `signal 42` for one without a name here.
    public var name: String { Self.table[number]?.name ?? "signal \(number)" }

    /// "trapped (SIGILL)", for the end of a sentence whose subject is the program.
    public var plainWords: String { "\(Self.table[number]?.words ?? "was ended by a signal") (\(name))" }

    private static let trapped = "trapped: a check of Swift failed, and Swift stopped the program"

    private static let table: [Int32: (name: String, words: String)] = [
        SIGILL: ("SIGILL", trapped),
        SIGTRAP: ("SIGTRAP", trapped),
        SIGABRT: ("SIGABRT", "gave up"),
        SIGSEGV: ("SIGSEGV", "crashed: most often endless recursion, which runs out of stack"),
        SIGBUS: ("SIGBUS", "crashed: it used memory that is not there"),
        SIGFPE: ("SIGFPE", "crashed in arithmetic"),
        SIGKILL: ("SIGKILL", "was killed, by someone else or by the system for want of memory"),
        SIGTERM: ("SIGTERM", "was asked by another program to end"),
        SIGINT: ("SIGINT", "was interrupted"),
        SIGHUP: ("SIGHUP", "lost its terminal"),
        SIGQUIT: ("SIGQUIT", "was asked by another program to quit"),
        SIGPIPE: ("SIGPIPE", "wrote to a pipe that nobody reads"),
        SIGALRM: ("SIGALRM", "was ended by its own alarm"),
        SIGUSR1: ("SIGUSR1", "was ended by a user signal"),
        SIGUSR2: ("SIGUSR2", "was ended by a user signal"),
        SIGXCPU: ("SIGXCPU", "used up its processor time"),
        SIGXFSZ: ("SIGXFSZ", "wrote a file longer than allowed"),
        SIGSYS: ("SIGSYS", "made a system call that is not allowed"),
    ]
}
