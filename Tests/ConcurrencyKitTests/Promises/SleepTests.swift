import ConcurrencyKit
import Testing

/// Topic 6 of behaviours.md.
@Suite struct SleepTests {
    @Test(.promise(133)) func sleepLastsItsLoopTime() throws {
        let seen = try transcript { log in
            try await sleep(for: .milliseconds(1500))
            log("later")
            try await sleep(for: .seconds(86_400))
            log("next day")
        }
        #expect(
            seen == """
                [1.5] later
                [86401.5] next day
                """
        )
    }

    @Test(.promise(134)) func sleepReturnsTheGivenValue() throws {
        try run(clock: .virtual) {
            let value = try await sleep(for: .seconds(1), returning: "value")
            #expect(value == "value")
            let zero = try await sleep(for: .zero, returning: 0)
            #expect(zero == 0)
        }
    }

    @Test(.promise(135, 136, 137), arguments: [Duration.zero, .seconds(-1), .seconds(Int64.min)])
    func sleepOfNothingGivesUpExactlyOneTurn(duration: Duration) throws {
        let seen = try transcript { log in
            createTask { try await countTurns(3, in: log) }
            for number in 1...2 {
                try await sleep(for: duration)
                log("slept", number)
            }
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] slept 1
                [0.0] turn 2
                [0.0] slept 2
                [0.0] turn 3
                """
        )
    }

    @Test(.promise(139)) func clockDoesNotJumpToTheTimerOfACancelledSleep() throws {
        let seen = try transcript { log in
            let task = createTask { try await sleep(for: .seconds(1000)) }
            try await sleep(for: .seconds(1))
            task.cancel()
            try? await task.value
            try await sleep(for: .zero)
            log("after the cancel")
            try await sleep(for: .seconds(1))
            log("main ends")
        }
        #expect(
            seen == """
                [1.0] after the cancel
                [2.0] main ends
                """
        )
    }

    @Test(.promise(140)) func sleepersWakeByDeadlineThenByCreation() throws {
        let seen = try transcript { log in
            let tasks = [("d", 3), ("a", 1), ("b", 2), ("c", 2)].map { name, seconds in
                createTask {
                    try await sleep(for: .seconds(seconds))
                    log(name)
                }
            }
            _ = try await gather(tasks)
        }
        #expect(
            seen == """
                [1.0] a
                [2.0] b
                [2.0] c
                [3.0] d
                """
        )
    }

    @Test(.promise(140)) func equalDeadlinesOfDifferentDelaysWakeInTheOrderInWhichTheyWereSet() throws {
        let seen = try transcript { log in
            createTask {
                try await sleep(for: .seconds(2))
                log("set at 0")
            }
            try await sleep(for: .seconds(1))
            createTask {
                try await sleep(for: .seconds(1))
                log("set at 1")
            }
            try await sleep(for: .seconds(5))
        }
        #expect(
            seen == """
                [2.0] set at 0
                [2.0] set at 1
                """
        )
    }

    @Test func sleepOfForeverIsNoPastDeadline() throws {
        let seen = try transcript { log in
            let forever = createTask { try await sleep(for: .seconds(Int64.max)) }
            try await sleep(for: .seconds(1))
            log("done:", forever.done)
        }
        #expect(seen == "[1.0] done: false")
    }
}
