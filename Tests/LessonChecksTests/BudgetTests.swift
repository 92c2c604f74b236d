import ConcurrencyKit
import Synchronization
import Testing

@testable import LessonChecks

/// The real time that checks may take is shared out, and every check has one run at least.
@Suite struct BudgetTests {
    /// Each reading is this much later than the one before.
    private final class Ticking: Sendable {
        private let now = Mutex<Int64>(0)
        let step: Int64
        init(milliseconds: Int64) { step = milliseconds * 1_000_000 }
        var clock: RealClock {
            RealClock {
                self.now.withLock { now in
                    now += self.step
                    return now
                }
            }
        }
    }

    private func check(_ id: String) -> Check {
        Check(id, "It is right in every order.") { check in
            for _ in 0..<6 { createTask { try await sleep(for: .zero) } }
            try await sleep(for: .seconds(1))
        }
    }

    private func runs(milliseconds: Int64, budget: Int) -> [Int] {
        records(
            [check("a"), check("b")],
            request: CheckRequest(budgetMilliseconds: budget),
            clock: Ticking(milliseconds: milliseconds).clock
        ).compactMap { if case .finished(let finished) = $0 { finished.runs } else { nil } }
    }

    @Test func withoutTimeThereIsOneRunOfEach() { #expect(runs(milliseconds: 1, budget: 0) == [1, 1]) }

    @Test func theTimeIsSharedAndWhatIsLeftGoesToTheNext() { #expect(runs(milliseconds: 1, budget: 100) == [50, 48]) }

    @Test func whereTimeSufficesAllSeedsAreTried() { #expect(runs(milliseconds: 0, budget: 1) == [257, 257]) }

    @Test func aRequestMayAskForFewerOrMore() {
        let request = CheckRequest(schedules: 5)
        #expect(finished(check("a"), request: request)?.runs == 6)
    }

    @Test func onlySomeChecksMayBeAskedFor() {
        let told = records(
            [check("a"), Check("b", "Later.", after: ["a"]) { _ in }],
            request: CheckRequest(only: ["b"])
        )
        let finished = told.compactMap { if case .finished(let finished) = $0 { finished } else { nil } }
        #expect(finished.map(\.check) == ["b"])
        #expect(finished.map(\.outcome) == [.passed])
    }

    @Test func mistakesInTheChecksAreTold() {
        #expect(([] as [Check]).problem == "the exercise has no checks")
        #expect([check("a"), check("a")].problem == "two checks have the id 'a'")
        #expect(
            [Check("a", "A.", after: ["b"]) { _ in }, check("b")].problem
                == "check 'a' comes after 'b', and no check before it has that id"
        )
        #expect([check("a"), Check("b", "B.", after: ["a"]) { _ in }].problem == nil)
    }
}
