/// Something that went wrong where no task is left to be told (asyncio's exception handler context).
public struct LoopReport: Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Sendable, Equatable {
        /// A callback threw (promises 25 and 323).
        case callbackFailed
        /// A task or future failed, and nobody read its error (promise 36).
        case errorNeverRetrieved
        /// A task that `run` cancelled at its end failed instead (promise 13).
        case failedDuringShutdown
        /// A ``Coroutine`` that nobody awaited (promise 4).
        case neverAwaited
        /// A turn that held up the loop for this long (promise 26).
        case slowCallback(Duration)
        /// What somebody gave to ``EventLoop/callExceptionHandler(_:error:)``, in these words.
        case reported(String)
    }

    /// What went wrong.
    public let kind: Kind
    /// The error, if there is one.
    public let error: (any Error)?
    /// The name of the task, if it is about one.
    public let task: String?
    /// Where the task or the coroutine was made, if the kit knows.
    public let location: SourceLocation?

    /// One sentence for a log: "the error of task 'backup' was never retrieved: DiskFull() (made at demo/demo.swift:3)".
    public var description: String {
        let subject = task.map { "task '\($0)'" } ?? "a callback"
        let cause = error.map { ": \($0)" } ?? ""
        let place = location.map { " (made at \($0))" } ?? ""
        return switch kind {
        case .callbackFailed: "an error in a callback\(cause)"
        case .errorNeverRetrieved:
            "the error of \(task == nil ? "a future" : subject) was never retrieved\(cause)\(place)"
        case .failedDuringShutdown: "\(subject) failed while the loop was shutting down\(cause)\(place)"
        case .neverAwaited: "a coroutine was never awaited\(place)"
        case .slowCallback(let duration):
            "a turn\(task == nil ? "" : " of \(subject)") held up the loop for \(duration)\(place)"
        case .reported(let message): "\(message)\(cause)"
        }
    }
}

extension EventLoop {
    /// Gives ``exceptionHandler`` something that went wrong, for code with nobody above it who could be told
    /// (`loop.call_exception_handler`).
    ///
    /// - Parameter message: what went wrong, as a sentence without its end.
    public func callExceptionHandler(_ message: String, error: (any Error)? = nil) {
        report(.reported(message), error: error, task: current)
    }

    func report(_ kind: LoopReport.Kind, error: (any Error)?, task: TaskCore?, location: SourceLocation? = nil) {
        let report = LoopReport(kind: kind, error: error, task: task?.name, location: location ?? task?.birthplace)
        let note: TraceEvent.Note =
            switch kind {
            case .callbackFailed, .slowCallback, .reported: .callbackFailed
            case .errorNeverRetrieved, .failedDuringShutdown: .errorNeverRetrieved
            case .neverAwaited: .neverAwaited
            }
        tracer?.emit(.note(note, report.description), task?.id ?? 0, at: report.location, on: self)
        exceptionHandler?(report)
    }
}

/// Futures whose error nobody has read, in the order in which they failed.
struct UnreadErrors {
    private var futures: [ObjectIdentifier: (order: Int, future: FutureCore)] = [:]
    private var last = 0

    mutating func insert(_ future: FutureCore) {
        last += 1
        futures[ObjectIdentifier(future)] = (last, future)
    }

    mutating func remove(_ future: FutureCore) {
        if !futures.isEmpty { futures[ObjectIdentifier(future)] = nil }
    }

    mutating func takeAll() -> [FutureCore] {
        defer { futures = [:] }
        return futures.values.sorted { $0.order < $1.order }.map(\.future)
    }
}
