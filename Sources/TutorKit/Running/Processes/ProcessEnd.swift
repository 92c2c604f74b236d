/// How a process ended.
public enum ProcessEnd: Sendable, Equatable {
    case exited(Int32)
    case signalled(TerminatingSignal)
    /// It ran for longer than this and was stopped.
    case timeLimit(Duration)
    /// It used more processor time than this and was stopped.
    case cpuLimit(Duration)
    /// It wrote more than this many bytes and was stopped; what is kept ends before that.
    case outputLimit(Int)
    /// It was refused memory beyond this many bytes of address space, and ended.
    case memoryLimit(Int)
    /// The caller's task was cancelled.
    case cancelled
    case couldNotStart(String)
}

extension ProcessEnd: CustomStringConvertible {
    /// What a person is told, for the end of a sentence whose subject is the program: "exited with code 3".
    public var description: String {
        switch self {
        case .exited(let code): "exited with code \(code)"
        case .signalled(let signal): signal.plainWords
        case .timeLimit(let limit): "was stopped: it ran for longer than \(limit)"
        case .cpuLimit(let limit): "was stopped: it used more than \(limit) of processor time"
        case .outputLimit(let bytes): "was stopped: it wrote more than \(bytes) bytes"
        case .memoryLimit(let bytes): "ran out of memory: it may use \(bytes / 1_000_000) MB"
        case .cancelled: "was interrupted"
        case .couldNotStart(let reason): "could not be started: \(reason)"
        }
    }
}
