import ConcurrencyKit
import Testing

@testable import LessonChecks

/// Bugs that show in few orders only are found all the same, and shown again.
@Suite struct RareBugTests {
    /// Checks the balance, and acts on it a turn later. Goes wrong only if the second task does all its work in between.
    private static func withdrawals(work: Int, bystanders: Int) -> Check {
        Check("balance", "The balance is never below zero.") { check in
            var balance = 100
            func withdraw() async throws {
                guard balance >= 100 else { return }
                try await sleep(for: .zero)
                balance -= 100
            }
            func idle() async throws { for _ in 0..<work { try await sleep(for: .zero) } }
            let tasks: [LoopTask<Void>] =
                [
                    createTask(name: "first") { try await withdraw() },
                    createTask(name: "second") {
                        try await idle()
                        try await withdraw()
                    },
                ] + (0..<bystanders).map { _ in createTask { try await idle() } }
            _ = try await gather(tasks)
            check.expect(balance, equals: 0, "Two withdrawals were allowed.")
        }
    }

    /// Of 1,000 orders of the loop that it chooses evenly, among everything that is ready or in each iteration.
    private func shareOfEvenOrders(_ check: Check, among kind: UInt64) -> Int {
        (0..<1_000).count { index in
            !SingleRun(check: check, schedule: .seed(index * 8 + kind)).perform().failures.isEmpty
        }
    }

    @Test func aBugOfOneInFiftyRandomOrdersIsCaughtByTheUsualSet() throws {
        let check = Self.withdrawals(work: 8, bystanders: 3)
        #expect(shareOfEvenOrders(check, among: 1) == 0)
        #expect(shareOfEvenOrders(check, among: 5) < 20)
        let found = try #require(finished(check))
        #expect(found.outcome == .failed)
        #expect(found.failures.map(\.message) == ["Two withdrawals were allowed.\n  expected 0\n  but got  -100"])
        #expect(found.passingSchedule == .fifo)
    }

    @Test(arguments: [4, 6, 8, 10, 12, 16, 24], [0, 1, 2, 3, 5])
    func suchBugsAreCaughtHoweverLongTheWindowMustStayOpen(work: Int, bystanders: Int) throws {
        #expect(try #require(finished(Self.withdrawals(work: work, bystanders: bystanders))).outcome == .failed)
    }

    @Test func replayOfTheReportedScheduleIsTheSameRun() throws {
        let check = Self.withdrawals(work: 8, bystanders: 3)
        let found = try #require(finished(check))
        let again = try #require(finished(check, request: CheckRequest(schedule: found.schedule)))
        #expect(again.runs == 1)
        #expect(again.failures == found.failures)
        #expect(try #require(again.failingTrace) == #require(found.failingTrace))
        #expect(again.failingTrace?.isEmpty == false)
        #expect(again.failingTrace != found.passingTrace)
    }

    @Test func smallProgramsAreTriedInAllOrders() throws {
        let check = Check("sum", "Both add.") { check in
            var sum = 0
            func add() async throws {
                let before = sum
                try await sleep(for: .zero)
                sum = before + 1
            }
            // Only the order in which the second is held up until the first is through keeps both.
            _ = try await gather(createTask { try await add() }, createTask { try await add() })
            check.expect(sum, equals: 1, "The race was not lost.")
        }
        let found = try #require(finished(check))
        let choices = try #require(found.schedule)
        guard case .choices = choices else {
            Issue.record("\(choices) is no list of choices")
            return
        }
        let again = try #require(finished(check, request: CheckRequest(schedule: choices)))
        #expect(again.failingTrace == found.failingTrace)
    }

    @Test func everySingleOrderIsTriedOnce() throws {
        // Three starts: 3 * 2 orders; what follows leaves no choice.
        let seen = Seen()
        let check = Check("orders", "They run.", leftovers: .allowed) { check in
            var order = ""
            for name in ["a", "b", "c"] { createTask { order += name } }
            try await sleep(for: .seconds(1))
            seen.orders.append(order)
        }
        let found = try #require(finished(check))
        #expect(found.isExhaustive)
        #expect(Set(seen.orders) == ["abc", "acb", "bac", "bca", "cab", "cba"])
        #expect(seen.orders.count == 6)
    }

    /// Touched by one thread only: the one that runs the checks.
    private final class Seen: @unchecked Sendable { var orders: [String] = [] }

    @Test func deadlockOfTwoLocksTakenInOppositeOrderIsFound() throws {
        let check = Check("locks", "Both transfers end.") { check in
            final class Lock {
                private var waiting: [Future<Void>] = []
                private var isTaken = false

                func take() async throws {
                    guard isTaken else {
                        isTaken = true
                        return
                    }
                    let turn = Future<Void>()
                    waiting.append(turn)
                    try await turn.value
                }

                func give() throws {
                    if waiting.isEmpty { isTaken = false } else { try waiting.removeFirst().setResult() }
                }
            }
            let (left, right) = (Lock(), Lock())
            func transfer(_ first: Lock, _ second: Lock) async throws {
                try await first.take()
                try await sleep(for: .zero)
                try await second.take()
                try second.give()
                try first.give()
            }
            _ = try await gather(
                createTask(name: "to the right") { try await transfer(left, right) },
                createTask(name: "to the left") {
                    for _ in 0..<8 { try await sleep(for: .zero) }
                    try await transfer(right, left)
                },
                createTask { for _ in 0..<8 { try await sleep(for: .zero) } }
            )
        }
        let found = try #require(finished(check))
        #expect(found.failures.map(\.kind) == [.deadlock])
        let message = try #require(found.failures.first?.message)
        #expect(message.contains("task 'to the right', made at RareBugTests.swift:"))
        #expect(message.contains("waits for future"))
        #expect(found.passingSchedule == .fifo)
    }

    @Test func codeThatAsksAgainAndAgainSeesAnAnswerInEveryOrder() throws {
        let check = Check("polling", "It sees the flag.") { check in
            var isReady = false
            createTask {
                for _ in 0..<5 { try await sleep(for: .zero) }
                isReady = true
            }
            while !isReady { try await sleep(for: .zero) }
        }
        #expect(try #require(finished(check)).outcome == .passed)
    }
}
