import ConcurrencyKit
import Dispatch
import Testing

/// Topic 12 of behaviours.md: a function in a thread.
///
/// A thread that works keeps a virtual clock from jumping, and the loop waits for the next timer in real time. So
/// timers are hours away here: none comes in real time, however slow the machine.
@Suite struct ToThreadTests {
    private static let hour = Duration.seconds(3600)

    @Test(.promise(278)) func functionRunsInAnotherThreadAndItsValueComesBack() throws {
        let seen = try transcript { log in
            let mine = ThreadIdentity.current
            let value = try await toThread {
                log("same thread:", ThreadIdentity.current == mine)
                log("has a loop:", EventLoop.running != nil, "has a task:", LoopTask.current != nil)
                return "value"
            }
            log(value, "back in the same thread:", ThreadIdentity.current == mine)
        }
        #expect(
            seen == """
                [0.0] same thread: false
                [0.0] has a loop: false has a task: false
                [0.0] value back in the same thread: true
                """
        )
    }

    @Test(.promise(279)) func functionStartsWhenTheCallIsAwaitedAndNotBefore() throws {
        let seen = try transcript { log in
            let call = Coroutine { try await toThread { log("thread") } }
            try await countTurns(2, in: log)
            log("awaits")
            try await call.value
            // A task and `async let` start it.
            let task = createTask { try await toThread { log("thread of the task") } }
            log("task made")
            try await task.value
            async let other: Void = toThread { log("thread of the async let") }
            try await other
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] turn 2
                [0.0] awaits
                [0.0] thread
                [0.0] task made
                [0.0] thread of the task
                [0.0] thread of the async let
                """
        )
    }

    @Test(.promise(280)) func loopGoesOnMeanwhileAndItsVirtualClockDoesNotJump() throws {
        let seen = try transcript { log in
            let gate = DispatchSemaphore(value: 0)
            let task = createTask {
                try await toThread {
                    gate.wait()
                    return "the thread is through"
                }
            }
            createTask {
                try await sleep(for: Self.hour)
                log("an hour later")
            }
            try await countTurns(3, in: log)
            gate.signal()
            log(try await task.value)
            try await sleep(for: Self.hour * 2)
            log("two hours later")
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] turn 2
                [0.0] turn 3
                [0.0] the thread is through
                [3600.0] an hour later
                [7200.0] two hours later
                """
        )
    }

    @Test(.promise(280)) func threadThatBlocksInLoopTimeLetsTheClockGoOn() throws {
        let seen = try transcript { log in
            let tasks = [1, 3].map { hours in
                createTask {
                    try await sleep(for: Self.hour * hours)
                    log("sleeper")
                }
            }
            try await toThread { block(for: Self.hour * 2) }
            log("thread")
            _ = try await gather(tasks)
        }
        #expect(
            seen == """
                [3600.0] sleeper
                [7200.0] thread
                [10800.0] sleeper
                """
        )
    }

    @Test(.promise(281)) func errorComesOutOfTheAwait() throws {
        let seen = try transcript { log in
            do { try await toThread { throw Failure("in the thread") } } catch { log("caught", error) }
            let task = createTask(name: "caller") { try await toThread { throw Failure("again") } }
            _ = try await wait(for: [task])
            log("task:", try task.exception() ?? "-")
        }
        #expect(
            seen == """
                [0.0] caught in the thread
                [0.0] task: again
                """
        )
    }

    private static let user = ContextVariable("user", default: "nobody")

    @Test(.promise(283)) func threadSeesACopyOfTheContextAsItIsWhenItStarts() throws {
        let seen = try transcript { log in
            let user = Self.user
            user.value = "ann"
            let call = Coroutine {
                try await toThread {
                    log("thread sees", user.value)
                    user.value = "set in the thread"
                    log("thread sees", user.value)
                }
            }
            user.value = "bob"
            try await call.value
            log("caller sees", user.value)
            // The thread of the pool is the same or another: it never sees what an earlier call has set.
            try await toThread { log("next thread sees", user.value) }
            let empty = createTask(context: Context()) { try await toThread { log("without a context:", user.value) } }
            try await empty.value
        }
        #expect(
            seen == """
                [0.0] thread sees bob
                [0.0] thread sees set in the thread
                [0.0] caller sees bob
                [0.0] next thread sees bob
                [0.0] without a context: nobody
                """
        )
    }

    @Test(.promise(284)) func functionIsCalledExactlyOnce() throws {
        let calls = Guarded(0)
        try run(clock: .virtual) {
            let task = createTask {
                try await toThread {
                    calls.withLock {
                        $0 += 1
                        return $0
                    }
                }
            }
            let values = try await gather((0..<3).map { _ in createTask { try await task.value } })
            #expect(values == [1, 1, 1])
            try await countTurns(3, in: Transcript())
        }
        #expect(calls.withLock { $0 } == 1)
    }

    @Test(.promise(280)) func shortCallsOneBehindTheOtherDoNotHoldATimerUpForEver() throws {
        let seen = try transcript { log in
            // There is a thread at work whenever the loop has nothing to do.
            let calls = createTask { while true { try await toThread {} } }
            try await sleep(for: .milliseconds(1))
            log("awake")
            calls.cancel()
        }
        #expect(seen == "[0.0] awake")
    }

    @Test(.promise(285)) func manyRunAtOnceAndGatherKeepsTheirOrder() throws {
        let seen = try transcript { log in
            // Each ends after the one behind it: the first can end only if all run at once.
            let mayEnd = (0..<8).map { _ in DispatchSemaphore(value: 0) }
            let tasks = mayEnd.indices.map { index in
                createTask {
                    try await toThread {
                        mayEnd[index].wait()
                        log(index, "ends")
                        if index > 0 { mayEnd[index - 1].signal() }
                        return index
                    }
                }
            }
            mayEnd[7].signal()
            log(try await gather(tasks))
        }
        #expect(
            seen == """
                [0.0] 7 ends
                [0.0] 6 ends
                [0.0] 5 ends
                [0.0] 4 ends
                [0.0] 3 ends
                [0.0] 2 ends
                [0.0] 1 ends
                [0.0] 0 ends
                [0.0] [0, 1, 2, 3, 4, 5, 6, 7]
                """
        )
    }
}
