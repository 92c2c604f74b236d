import ConcurrencyKit

/// Answers after a while, in virtual time, and remembers what was asked of it.
///
///     let server = FakeServer(delay: .seconds(1), delays: ["b": .seconds(3)], failing: ["c"])
///     let text = try await server.fetch("a")       // "A", after 1 s
///     server.mostAtOnce                            // 1
public final class FakeServer {
    /// What it throws for a name that fails.
    public struct Failed: Error, Equatable, CustomStringConvertible {
        public let name: String

        public init(name: String) { self.name = name }

        /// "the server could not fetch c".
        public var description: String { "the server could not fetch \(name)" }
    }

    /// Names in the order in which they were asked for, answered, failed, or cancelled while they were on their way.
    public private(set) var asked: [String] = []
    public private(set) var answered: [String] = []
    public private(set) var failed: [String] = []
    public private(set) var cancelled: [String] = []
    /// The most that were on their way at one time.
    public private(set) var mostAtOnce = 0
    /// All of that with virtual times: "ask a", "answer a", "fail c", "cancel b".
    public let log = CallLog()

    private let delay: Duration
    private let delays: [String: Duration]
    private let answer: (String) -> String
    /// How often each name fails from now on; absent: never.
    private var failuresLeft: [String: Int]

    /// - Parameters:
    ///   - delay: how long an answer or a failure takes.
    ///   - delays: how long it takes for some names.
    ///   - failing: the names that always fail.
    ///   - failingAtFirst: how often a name fails before it is answered: for retries.
    ///   - answer: by default the name in capitals.
    public init(
        delay: Duration = .seconds(1),
        delays: [String: Duration] = [:],
        failing: Set<String> = [],
        failingAtFirst: [String: Int] = [:],
        answer: @escaping (String) -> String = { $0.uppercased() }
    ) {
        self.delay = delay
        self.delays = delays
        self.answer = answer
        failuresLeft = failingAtFirst
        for name in failing { failuresLeft[name] = .max }
    }

    /// How many are on their way now.
    public var running: Int { asked.count - answered.count - failed.count - cancelled.count }

    /// - Throws: ``Failed``; `CancelledError` if the task is cancelled meanwhile.
    public func fetch(_ name: String) async throws -> String {
        asked.append(name)
        log("ask \(name)")
        mostAtOnce = max(mostAtOnce, running)
        do { try await sleep(for: delays[name] ?? delay) } catch {
            cancelled.append(name)
            log("cancel \(name)")
            throw error
        }
        if let left = failuresLeft[name], left > 0 {
            failuresLeft[name] = left - 1
            failed.append(name)
            log("fail \(name)")
            throw Failed(name: name)
        }
        answered.append(name)
        log("answer \(name)")
        return answer(name)
    }
}
