/// How a program of checks ends; the same words as the tutor's own statuses.
enum ExitCode {
    static let passed: Int32 = 0
    static let notPassed: Int32 = 1
    /// The request or the channel is not what it should be.
    static let usage: Int32 = 2
    /// The checks themselves are wrong.
    static let brokenLesson: Int32 = 3
    static let couldNotTell: Int32 = 4
    /// The channel was closed under the program: EX_IOERR of sysexits.h.
    static let noChannel: Int32 = 74
}
