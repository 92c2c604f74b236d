import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: groups in which nothing goes wrong.
@Suite struct GroupsTests {
    @Test(.promise(95, 96)) func leavingTheBlockWaitsForAllAndResultsAreReadFromTheTasks() throws {
        let seen = try transcript { log in
            var tasks: [LoopTask<String>] = []
            try await withLoopTaskGroup { group in
                tasks = [
                    try group.createTask { try await Narrated.sleep("a", 2, in: log) },
                    try group.createTask { try await Narrated.sleep("b", 1, in: log) },
                ]
                log("the body ends, done:", tasks.map(\.done))
            }
            log("left:", try tasks.map { try $0.result() })
        }
        #expect(
            seen == """
                [0.0] the body ends, done: [false, false]
                [0.0] a starts
                [0.0] b starts
                [1.0] b ends
                [2.0] a ends
                [2.0] left: ["a", "b"]
                """
        )
    }

    @Test(.promise(95)) func valueOfTheBodyIsReturnedWhenAllTasksHaveEnded() throws {
        let seen = try transcript { log in
            let sum = try await withLoopTaskGroup { group in
                try group.createTask { try await Narrated.sleep("a", 1, in: log) }
                return 1 + 2
            }
            log("sum:", sum)
        }
        #expect(
            seen == """
                [0.0] a starts
                [1.0] a ends
                [1.0] sum: 3
                """
        )
    }

    @Test(.promise(95)) func parentLeavesThreeTurnsAfterTheStartOfALastChild() throws {
        // Its end, the group's callback, and the wake-up of the parent take a turn each.
        let seen = try transcript { log in
            let ruler = createTask { try await countTurns(5, in: log) }
            try await withLoopTaskGroup { group in _ = try group.createTask { log("the child returns") } }
            log("left")
            try await ruler.value
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] the child returns
                [0.0] turn 2
                [0.0] turn 3
                [0.0] left
                [0.0] turn 4
                [0.0] turn 5
                """
        )
    }

    @Test(.promise(97)) func emptyGroupLeavesWithoutGivingUpTheTurn() throws {
        let seen = try transcript { log in
            createTask { log("somebody else") }
            try await withLoopTaskGroup { _ in log("the body") }
            log("left")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] the body
                [0.0] left
                [0.0] somebody else
                """
        )
    }

    @Test(.promise(97)) func groupWhoseTasksHaveLongEndedLeavesWithoutGivingUpTheTurn() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                try group.createTask { log("the child returns") }
                try await sleep(for: .seconds(1))
                createTask { log("somebody else") }
                log("the body ends")
            }
            log("left")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] the child returns
                [1.0] the body ends
                [1.0] left
                [1.0] somebody else
                """
        )
    }

    @Test(.promise(98)) func tasksCanBeAddedAfterTheBodyHasAwaited() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                let first = try group.createTask { try await Narrated.sleep("first", 1, in: log) }
                log("awaited:", try await first.value)
                // The group is open though all of its tasks have ended.
                try group.createTask { try await Narrated.sleep("second", 1, in: log) }
                try await sleep(for: .seconds(3))
                try group.createTask { try await Narrated.sleep("third", 1, in: log) }
            }
            log("left")
        }
        #expect(
            seen == """
                [0.0] first starts
                [1.0] first ends
                [1.0] awaited: first
                [1.0] second starts
                [2.0] second ends
                [4.0] third starts
                [5.0] third ends
                [5.0] left
                """
        )
    }

    @Test(.promise(99)) func childrenAddTasksWhileTheParentWaitsAtTheEnd() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                // The last task of the group adds one in its last turn, and that one adds another.
                _ = try group.createTask {
                    try await sleep(for: .seconds(1))
                    try group.createTask {
                        log("child")
                        try await sleep(for: .seconds(1))
                        try group.createTask { log("grandchild") }
                    }
                }
                log("the body ends")
            }
            log("left")
        }
        #expect(
            seen == """
                [0.0] the body ends
                [1.0] child
                [2.0] grandchild
                [2.0] left
                """
        )
    }

    @Test(.promise(99)) func anyTaskOfTheLoopMayAddTasksToAnOpenGroup() throws {
        let seen = try transcript { log in
            var open: LoopTaskGroup?
            createTask {
                try await sleep(for: .seconds(1))
                try open?.createTask { try await Narrated.sleep("a stranger's", 2, in: log) }
            }
            try await withLoopTaskGroup { group in
                open = group
                try await sleep(for: .seconds(2))
            }
            log("left")
        }
        #expect(
            seen == """
                [1.0] a stranger's starts
                [3.0] a stranger's ends
                [3.0] left
                """
        )
    }

    @Test(.promise(110)) func cancelledChildIsNoFailure() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                try group.createTask { try await Narrated.sleep("a", 2, in: log) }
                let second = try group.createTask { try await Narrated.sleep("b", 100, in: log) }
                let third = try group.createTask { try await Narrated.sleep("never", 1, in: log) }
                // One before its first turn, one in its sleep.
                third.cancel()
                try await sleep(for: .seconds(1))
                second.cancel("only you")
            }
            log("left, my count:", ownCount)
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] b CancelledError: only you
                [2.0] a ends
                [2.0] left, my count: 0
                """
        )
    }

    @Test(.promise(110)) func awaitingACancelledChildInTheBodyEndsTheBody() throws {
        // The child's CancelledError leaves the body like a cancellation of its own, and the group is not asked to convert
        // it: nobody has cancelled the parent.
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    let child = try group.createTask { try await Narrated.sleep("a", 100, in: log) }
                    try group.createTask { try await Narrated.sleep("b", 100, in: log) }
                    try await sleep(for: .seconds(1))
                    child.cancel("only you")
                    _ = try await child.value
                }
            } catch { log("threw", error, "count:", ownCount) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a CancelledError: only you
                [1.0] b CancelledError
                [1.0] threw CancelledError: only you count: 0
                """
        )
    }

    @Test(.promise(126)) func nameAndContextPassThrough() throws {
        let user = ContextVariable("user", default: "nobody")
        let seen = try transcript { log in
            user.value = "ann"
            let shared = Context()
            try await withLoopTaskGroup { group in
                let named = try group.createTask(name: "fetcher") {
                    log(LoopTask.current?.name ?? "none", user.value)
                    user.value = "a copy"
                }
                let nameless = try group.createTask { log(LoopTask.current?.name ?? "none") }
                log("names:", named.name, nameless.name)
                try await nameless.value
                let setter = try group.createTask(context: shared) {
                    log("given context:", user.value)
                    user.value = "bob"
                }
                try await setter.value
                try group.createTask(context: shared) { log("shared:", user.value) }
            }
            log("mine:", user.value, "given:", shared[user])
        }
        #expect(
            seen == """
                [0.0] names: fetcher Task-2
                [0.0] fetcher ann
                [0.0] Task-2
                [0.0] given context: nobody
                [0.0] shared: bob
                [0.0] mine: ann given: bob
                """
        )
    }

    @Test(.promise(130)) func endedTasksAreForgottenByTheGroup() throws {
        final class Load {}
        try run(clock: .virtual) {
            var weakLoads: [() -> Load?] = []
            try await withLoopTaskGroup { group in
                for _ in 0..<3 {
                    let load = Load()
                    weakLoads.append { [weak load] in load }
                    // The task's result keeps it: it lives as long as the group remembers the task.
                    try group.createTask { load }
                }
                try await sleep(for: .seconds(1))
                #expect(weakLoads.compactMap { $0() }.isEmpty)
            }
        }
    }
}
