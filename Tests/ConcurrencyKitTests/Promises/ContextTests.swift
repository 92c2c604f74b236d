import ConcurrencyKit
import Testing

/// Context variables: topics 3 and 15 of behaviours.md.
@Suite struct ContextTests {
    private static let user = ContextVariable("user", default: "nobody")

    @Test(.promise(55)) func taskRunsInACopyOfItsCreatorsContextTakenWhenItIsCreated() throws {
        let user = Self.user
        let seen = try transcript { log in
            user.value = "set before"
            let task = createTask {
                log("task starts with", user.value)
                user.value = "set by the task"
                try await sleep(for: .seconds(2))
                log("task has", user.value)
            }
            user.value = "set after"
            try await sleep(for: .seconds(1))
            log("main has", user.value)
            user.value = "set while the task sleeps"
            try await task.value
            log("main has", user.value)
        }
        #expect(
            seen == """
                [0.0] task starts with set before
                [1.0] main has set after
                [2.0] task has set by the task
                [2.0] main has set while the task sleeps
                """
        )
    }

    @Test(.promise(55)) func whatNobodyHadSetIsNotSharedEither() throws {
        let user = Self.user
        let seen = try transcript { log in
            let tasks = ["a", "b"].map { name in
                createTask {
                    log(name, "starts with", user.value)
                    user.value = name
                    try await sleep(for: .zero)
                    log(name, "has", user.value)
                }
            }
            _ = try await gather(tasks)
            log("main has", user.value)
        }
        #expect(
            seen == """
                [0.0] a starts with nobody
                [0.0] b starts with nobody
                [0.0] a has a
                [0.0] b has b
                [0.0] main has nobody
                """
        )
    }

    @Test(.promise(55)) func whatAGatherOrAGroupMakesTasksOfHasItsOwnCopy() throws {
        let user = Self.user
        let seen = try transcript { log in
            func enter(_ name: String) async throws {
                log(name, "starts with", user.value)
                user.value = name
            }
            user.value = "main"
            try await gather({ try await enter("a") }, { try await enter("b") })
            try await withLoopTaskGroup { group in
                try group.createTask { try await enter("c") }
                try group.createTask { try await enter("d") }
            }
            log("main has", user.value)
        }
        #expect(
            seen == """
                [0.0] a starts with main
                [0.0] b starts with main
                [0.0] c starts with main
                [0.0] d starts with main
                [0.0] main has main
                """
        )
    }

    @Test(.promise(56)) func plainAwaitSharesTheContextOfItsCaller() throws {
        let user = Self.user
        let seen = try transcript { log in
            func enter(_ name: String) async throws {
                user.value = name
                try await sleep(for: .zero)
            }
            try await enter("ann")
            log("after a function:", user.value)
            try await Coroutine { try await enter("bob") }.value
            log("after a coroutine:", user.value)
            try await timeout(after: .seconds(1)) { _ in try await enter("cid") }
            log("after a timeout:", user.value)
        }
        #expect(
            seen == """
                [0.0] after a function: ann
                [0.0] after a coroutine: bob
                [0.0] after a timeout: cid
                """
        )
    }

    @Test(.promise(57, 331)) func tasksThatAreGivenOneContextShareIt() throws {
        let step = ContextVariable("step", default: 0)
        let seen = try transcript { log in
            func bump(_ name: String) async throws {
                step.value += 1
                log(name, "step", step.value)
                try await sleep(for: .seconds(1))
                step.value += 10
                log(name, "step", step.value)
            }
            let context = Context.copy()
            let tasks = ["a", "b"].map { name in createTask(context: context) { try await bump(name) } }
            _ = try await gather(tasks)
            log("in the context:", context[step], "in main:", step.value)
            log("theirs:", tasks.map { $0.context === context })
        }
        #expect(
            seen == """
                [0.0] a step 1
                [0.0] b step 2
                [1.0] a step 12
                [1.0] b step 22
                [1.0] in the context: 22 in main: 0
                [1.0] theirs: [true, true]
                """
        )
    }

    @Test(.promise(331)) func contextOfATaskCanBeReadAndWrittenFromOutside() throws {
        let user = Self.user
        let seen = try transcript { log in
            let task = createTask {
                log("task has", user.value)
                user.value = "set by the task"
                try await sleep(for: .seconds(1))
                log("task has", user.value)
            }
            task.context.run { user.value = "set from outside" }
            log("main has", user.value)
            try await sleep(for: .zero)
            log("read from outside:", task.context[user])
            task.context.run { user.value = "set while it sleeps" }
            try await task.value
            log("after its end:", task.context[user], "again the same:", task.context === task.context)
            let mine = try #require(LoopTask.current).context
            user.value = "main"
            log("of main:", mine[user], "an unrelated one:", Context()[user])
        }
        #expect(
            seen == """
                [0.0] main has nobody
                [0.0] task has set from outside
                [0.0] read from outside: set by the task
                [1.0] task has set while it sleeps
                [1.0] after its end: set while it sleeps again the same: true
                [1.0] of main: main an unrelated one: nobody
                """
        )
    }

    @Test(.promise(322)) func doneCallbackRunsInTheContextWhereItWasAddedOrInTheOneGiven() throws {
        let user = Self.user
        let seen = try transcript { log in
            let given = Context.copy()
            given.run { user.value = "given" }
            let task = createTask { user.value = "task" }
            user.value = "when added"
            task.addDoneCallback { _ in
                log("plain sees", user.value)
                user.value = "set by a callback"
            }
            task.addDoneCallback { _ in log("the next sees", user.value) }
            task.addDoneCallback(context: given) { _ in log("with a context sees", user.value) }
            task.addDoneCallback(context: task.context) { _ in log("with the task's sees", user.value) }
            user.value = "changed later"
            try await task.value
            task.addDoneCallback { _ in log("added when done sees", user.value) }
            user.value = "changed again"
            try await sleep(for: .zero)
            log("main has", user.value)
        }
        #expect(
            seen == """
                [0.0] plain sees when added
                [0.0] the next sees when added
                [0.0] with a context sees given
                [0.0] with the task's sees task
                [0.0] added when done sees changed later
                [0.0] main has changed again
                """
        )
    }

    @Test(.promise(322)) func callsThroughTheLoopKeepTheContextToo() throws {
        let user = Self.user
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let given = Context()
            given.run { user.value = "given" }
            user.value = "first"
            loop.callSoon {
                log("soon sees", user.value)
                user.value = "set by a call"
            }
            loop.callSoon(context: given) { log("soon with a context sees", user.value) }
            loop.callLater(.seconds(1)) { log("later sees", user.value) }
            let future = Future<Void>()
            future.addDoneCallback { _ in log("callback of a future sees", user.value) }
            user.value = "second"
            try future.setResult()
            try await sleep(for: .seconds(2))
            log("main has", user.value)
        }
        #expect(
            seen == """
                [0.0] soon sees first
                [0.0] soon with a context sees given
                [0.0] callback of a future sees first
                [1.0] later sees first
                [2.0] main has second
                """
        )
    }
}
