import ConcurrencyKit
import Foundation

/// A run that left its trace in a file, `concurrencykit/trace/v1`: what `CONCURRENCYKIT_TRACE=FILE` writes.
public struct RecordedRun: Sendable, Equatable {
    public let run: TracedRun
    /// What could not be read, in sentences.
    public let problems: [String]

    public enum Failure: Error, Equatable, CustomStringConvertible {
        case notThere(path: String)
        case noTrace(path: String, reason: String)

        public var description: String {
            switch self {
            case .notThere(let path): "\(path): there is no such file"
            case .noTrace(let path, let reason): "\(path): \(reason)"
            }
        }
    }

    public init(file path: String) throws(Failure) {
        guard FileManager.default.fileExists(atPath: path) else { throw .notThere(path: path) }
        // The learner's own links may be followed; those of a program that is watched may not.
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let recorded = TraceFile(path: file.path).read()
        guard !recorded.events.isEmpty else {
            let reason = recorded.problems.first ?? "there is no event in it"
            throw .noTrace(path: path, reason: "\(reason); CONCURRENCYKIT_TRACE=FILE makes a program write a trace")
        }
        run = TracedRun(title: file.lastPathComponent, trace: recorded.events, clock: recorded.clock)
        problems = recorded.problems
    }
}
