import ConcurrencyKit
import Testing

/// Topic 15 of behaviours.md.
@Suite struct TaskObjectTests {
    @Test(.promise(312, 313, 314)) func taskAnswersAsItsStateAllows() throws {
        let seen = try transcript { log in
            func answer(_ question: () throws -> Any?) -> String {
                do { return try question().map { "\($0)" } ?? "nil" } catch { return "throws \(type(of: error))" }
            }
            func show(_ task: LoopTask<String>) {
                log(task.name, "done:", task.done, "cancelled:", task.cancelled)
                log("  result:", answer { try task.result() }, "exception:", answer { try task.exception() })
            }
            let tasks = [
                createTask(name: "ok") { try await sleep(for: .seconds(1), returning: "value") },
                createTask(name: "bad") { throw Failure("broken") },
                createTask(name: "gone") { try await sleep(for: .seconds(9), returning: "never") },
            ]
            tasks.forEach(show)
            tasks[2].cancel()
            try await sleep(for: .seconds(2))
            tasks.forEach(show)
        }
        #expect(
            seen == """
                [0.0] ok done: false cancelled: false
                [0.0]   result: throws InvalidStateError exception: throws InvalidStateError
                [0.0] bad done: false cancelled: false
                [0.0]   result: throws InvalidStateError exception: throws InvalidStateError
                [0.0] gone done: false cancelled: false
                [0.0]   result: throws InvalidStateError exception: throws InvalidStateError
                [2.0] ok done: true cancelled: false
                [2.0]   result: value exception: nil
                [2.0] bad done: true cancelled: false
                [2.0]   result: throws Failure exception: broken
                [2.0] gone done: true cancelled: true
                [2.0]   result: throws CancelledError exception: throws CancelledError
                """
        )
    }

    @Test(.promise(317, 318)) func callbacksRunInOrderOneTurnAfterTheEndBeforeLaterAwaiters() throws {
        let seen = try transcript { log in
            let task = createTask(name: "work") {
                try await sleep(for: .zero)
                log("work returns")
            }
            task.addDoneCallback { log("callback 1 of", $0.name) }
            createTask {
                try await task.value
                log("awaiter")
            }
            task.addDoneCallback { _ in log("callback 2, added before the awaiter came") }
            try await sleep(for: .zero)
            task.addDoneCallback { _ in log("callback 3") }
            try await countTurns(3, in: log)
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] work returns
                [0.0] turn 2
                [0.0] callback 1 of work
                [0.0] callback 2, added before the awaiter came
                [0.0] awaiter
                [0.0] callback 3
                [0.0] turn 3
                """
        )
    }

    @Test(.promise(319)) func callbackAddedToADoneTaskRunsOneTurnLater() throws {
        let seen = try transcript { log in
            let task = createTask {}
            try await task.value
            task.addDoneCallback { _ in log("late callback") }
            log("not yet")
            try await sleep(for: .zero)
            log("main")
        }
        #expect(
            seen == """
                [0.0] not yet
                [0.0] late callback
                [0.0] main
                """
        )
    }

    @Test(.promise(320)) func sameCallbackAddedTwiceRunsTwice() throws {
        let seen = try transcript { log in
            let task = createTask {}
            let callback = { (_: LoopTask<Void>) in log("called") }
            #expect(task.addDoneCallback(callback) != task.addDoneCallback(callback))
            try await task.value
        }
        #expect(
            seen == """
                [0.0] called
                [0.0] called
                """
        )
    }

    @Test(.promise(321)) func removedCallbackIsNotCalled() throws {
        let seen = try transcript { log in
            let task = createTask {}
            let callbacks = (1...3).map { number in task.addDoneCallback { _ in log("callback", number) } }
            log("removed:", task.removeDoneCallback(callbacks[0]), task.removeDoneCallback(callbacks[0]))
            log("removed:", task.removeDoneCallback(callbacks[2]))
            try await task.value
        }
        #expect(
            seen == """
                [0.0] removed: 1 0
                [0.0] removed: 1
                [0.0] callback 2
                """
        )
    }

    @Test(.promise(323)) func errorInACallbackIsReportedAndTheOthersStillRun() throws {
        let seen = try transcript { log in
            let task = createTask { 5 }
            task.addDoneCallback { _ in throw Failure("callback broke") }
            task.addDoneCallback { log("next callback", try $0.result()) }
            log("awaited", try await task.value)
        }
        #expect(
            seen == """
                [0.0] report: callbackFailed - callback broke
                [0.0] next callback 5
                [0.0] awaited 5
                """
        )
    }

    @Test(.promise(324)) func callbacksMayBeAddedAndRemovedWhileTheyAreBeingCalled() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            var last: DoneCallback?
            future.addDoneCallback { future in
                log("first; removed:", last.map { future.removeDoneCallback($0) } ?? -1)
                future.addDoneCallback { _ in log("added by first") }
            }
            last = future.addDoneCallback { _ in log("last") }
            try future.setResult(1)
            // They are on their way as soon as the future is done.
            log("removed:", last.map { future.removeDoneCallback($0) } ?? -1)
            try await sleep(for: .zero)
            log("main")
            try await sleep(for: .zero)
        }
        #expect(
            seen == """
                [0.0] removed: 0
                [0.0] first; removed: 0
                [0.0] last
                [0.0] main
                [0.0] added by first
                """
        )
    }

    @Test(.promise(336)) func handlesOfOneTaskAreEqual() throws {
        try run(clock: .virtual) {
            let task = createTask {}
            let copy = task
            #expect(task == copy)
            #expect(Set([task, copy]).count == 1)
            #expect(task != createTask {})
            #expect(LoopTask<Any>(task) == EventLoop.running?.allTasks[1])
        }
    }

    @Test(.promise(337)) func awaiterWakesOneTurnAfterTheTaskReturned() throws {
        let seen = try transcript { log in
            let task = createTask { log("task returns") }
            createTask {
                try await task.value
                log("awaiter wakes")
            }
            try await countTurns(1, in: log)
            // The awaiter began to wait after the task had returned: let it wait in time instead.
            let slow = createTask {
                try await sleep(for: .zero)
                log("slow returns")
            }
            createTask {
                try await slow.value
                log("awaiter wakes")
            }
            try await countTurns(4, in: log)
        }
        #expect(
            seen == """
                [0.0] turn 1
                [0.0] task returns
                [0.0] awaiter wakes
                [0.0] turn 1
                [0.0] turn 2
                [0.0] slow returns
                [0.0] turn 3
                [0.0] awaiter wakes
                [0.0] turn 4
                """
        )
    }
}
