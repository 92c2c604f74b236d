import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("backoff", "A server that is not available is tried again, and each pause is twice as long.") { check in
            let network = Network([.unavailable, .unavailable, .unavailable, .page])
            let text = try await fetch("a", tries: 4, within: .seconds(60), pause: .seconds(1), with: network.get)
            check.expect(text, equals: "text of a", "It fails three times, and the fourth try goes well.")
            check.expect(
                network.begun,
                equals: [0, 2, 5, 10],
                "Each try takes 1 s and the first pause 1 s. These are the seconds at which the tries begin.",
                misconception: network.begun == [0, 2, 4, 6] ? "backoff-does-not-grow" : nil
            )
            let other = Network([.unavailable, .page])
            _ = try await fetch("a", tries: 2, within: .seconds(60), pause: .seconds(3), with: other.get)
            check.expect(other.begun, equals: [0, 4], "The only pause is 3 s here.")
        },
        Check("gives-up", "When no try is left, the last error is thrown, and at once.", after: ["backoff"]) { check in
            for tries in [3, 1] {
                let network = Network(Array(repeating: .unavailable, count: tries + 2))
                await check.expectThrows(Unavailable.self, "All of \(tries) tries fail.") {
                    _ = try await fetch("a", tries: tries, within: .seconds(60), pause: .seconds(1), with: network.get)
                }
                check.expect(
                    network.begun.count,
                    equals: tries,
                    "So many tries were allowed.",
                    misconception: network.begun.count == tries + 1 ? "restarts-are-starts" : nil
                )
                let late = network.age - (network.begun.last ?? 0) - 1
                check.expect(
                    late == 0,
                    "The last of \(tries) tries had failed, and fetch ended only \(late) s later.",
                    misconception: late == 1 << (tries - 1) ? "last-failure-pauses" : nil
                )
            }
        },
        Check("own-time", "Each try has the whole time for itself.", after: ["gives-up"]) { check in
            let network = Network([.unavailable, .unavailable, .page])
            do {
                let text = try await fetch("a", tries: 3, within: .seconds(3), pause: .seconds(1), with: network.get)
                check.expect(text, equals: "text of a", "Each of three tries takes 1 s, and each may take 3 s.")
            } catch is TimeoutError {
                check.fail(
                    "Each of the tries took 1 s and may take 3 s, and yet there was a TimeoutError.",
                    misconception: "one-timeout-for-all"
                )
            }
        },
        Check("too-slow", "A try that is too slow is cut off, and tried again.", after: ["own-time"]) { check in
            let network = Network([.hangs, .hangs, .page])
            do {
                let text = try await fetch("a", tries: 3, within: .seconds(2), pause: .seconds(1), with: network.get)
                check.expect(text, equals: "text of a", "Two tries hang, and the third goes well.")
                check.expect(
                    network.begun,
                    equals: [0, 3, 7],
                    "A try may take 2 s, and the first pause is 1 s. These are the seconds at which the tries begin."
                )
            } catch is TimeoutError {
                check.fail(
                    "The first try hangs, and fetch gives up after \(network.begun.count) of 3 tries.",
                    misconception: network.begun == [0] ? "timeout-is-final" : nil
                )
            }
            check.expect(
                network.open == 0,
                "fetch has ended, and a request that was too slow is still open.",
                misconception: "wait-timeout-cancels"
            )
            let last = Network([.unavailable, .hangs, .page])
            await check.expectThrows(TimeoutError.self, "The second and last try hangs.") {
                _ = try await fetch("a", tries: 2, within: .seconds(2), pause: .seconds(1), with: last.get)
            }
        },
        Check("hopeless", "What cannot go better is not tried again.", after: ["gives-up"]) { check in
            let network = Network([.missing, .page])
            await check.expectThrows(
                NotFound.self,
                "There is no such page.",
                misconception: network.begun.count > 1 ? "not-found-is-retried" : nil
            ) {
                _ = try await fetch("a", tries: 3, within: .seconds(5), pause: .seconds(1), with: network.get)
            }
            check.expect(
                network.begun.count,
                equals: 1,
                "There is no such page, so one try is enough.",
                misconception: "not-found-is-retried"
            )
            let broken = Network([.broken, .page])
            await check.expectThrows(Network.Broken.self, "A mistake in the program does not go away by itself.") {
                _ = try await fetch("a", tries: 3, within: .seconds(5), pause: .seconds(1), with: broken.get)
            }
        },
        Check(
            "cancelled",
            "When fetch is cancelled, in a request or in a pause, it ends cancelled and begins no other try.",
            after: ["too-slow", "hopeless"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            for tries in [1, 3] {
                let network = Network(Array(repeating: .unavailable, count: tries - 1) + [.page])
                let outcome = await check.attempt {
                    try await fetch("a", tries: tries, within: .seconds(5), pause: .seconds(1), with: network.get)
                }
                guard check.isCancelling, case .failure(let error) = outcome else { continue }
                if error is TimeoutError {
                    check.fail(
                        "Somebody cancelled fetch, long before a try was too slow, and it threw a TimeoutError.",
                        misconception: "timeout-converts-every-cancel"
                    )
                }
                check.expect(network.open == 0, "fetch has ended, and its request is still open.")
                check.expect(
                    Set(network.begun).subtracting([0, 2, 5]),
                    equals: [],
                    "It was cancelled, and it tried again. These are the seconds at which it did."
                )
            }
        },
        Check(
            "both",
            "A cancellation is heard as well while a try that was too slow tidies up.",
            after: ["cancelled"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "timeout-hides-a-cancel"]
        ) { check in
            let network = Network([.tidiesUp, .tidiesUp, .page])
            let outcome = await check.attempt {
                try await fetch("a", tries: 3, within: .seconds(2), pause: .seconds(1), with: network.get)
            }
            guard check.isCancelling, case .failure = outcome else { return }
            check.expect(network.open == 0, "fetch has ended, and its request is still open.")
        },
    ]
}

extension Checks {
    /// Answers each try as it was told to, in virtual time.
    private final class Network {
        enum Answer {
            /// After 1 s.
            case page, unavailable, missing, broken
            /// Never, in effect.
            case hangs
            /// The same, and when it is cut off, it takes 1 s to close.
            case tidiesUp
        }

        struct Broken: Error {}

        /// At which second each try began.
        private(set) var begun: [Int] = []
        private(set) var open = 0
        private var answers: [Answer]
        private let birth = EventLoop.running?.time ?? .zero

        init(_ answers: [Answer]) { self.answers = answers }

        /// In seconds.
        var age: Int { Int(((EventLoop.running?.time ?? .zero) - birth) / .seconds(1)) }

        func get(_ page: String) async throws -> String {
            begun.append(age)
            open += 1
            defer { open -= 1 }
            let answer = answers.isEmpty ? .page : answers.removeFirst()
            switch answer {
            case .hangs: try await sleep(for: .seconds(600))
            case .tidiesUp:
                do { try await sleep(for: .seconds(600)) } catch {
                    try await sleep(for: .seconds(1))
                    throw error
                }
            default: try await sleep(for: .seconds(1))
            }
            switch answer {
            case .unavailable: throw Unavailable()
            case .missing: throw NotFound()
            case .broken: throw Broken()
            default: return "text of \(page)"
            }
        }
    }
}
