import ConcurrencyKit

/// What a program said, each line with its loop time, as the conformance programs print it.
final class Transcript: Sendable {
    private let lines = Guarded<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func callAsFunction(_ words: Any...) {
        let tenths = ((EventLoop.running?.time ?? .zero) / .seconds(1) * 10).rounded()
        let line = "[\(tenths / 10)] " + words.map { "\($0)" }.joined(separator: " ")
        lines.withLock { $0.append(line) }
    }
}

/// Runs `main` on a new virtual loop, closes the loop, and returns what was logged.
///
///     let seen = try transcript { log in
///         log("before")
///         try await sleep(for: .seconds(1.5))
///         log("after")
///     }
///     // [0.0] before
///     // [1.5] after
///
/// What the loop reports is logged as "report: kind task error".
func transcript(_ main: @escaping @Loop (Transcript) async throws -> Void) throws -> String {
    let log = Transcript()
    let loop = EventLoop(clock: .virtual, trace: .none)
    loop.exceptionHandler = { report in
        log("report:", report.kind, report.task ?? "-", report.error.map { "\($0)" } ?? "-")
    }
    let outcome = Result { try loop.run { try await main(log) } }
    loop.close()
    try outcome.get()
    return log.text
}

/// Logs "turn 1", "turn 2", …, one a turn: a ruler for how many turns something else takes.
func countTurns(_ count: Int, in log: Transcript) async throws {
    for turn in 1...count {
        log("turn", turn)
        try await sleep(for: .zero)
    }
}

/// An error with a name.
struct Failure: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
