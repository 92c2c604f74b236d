import ConcurrencyKit
import Testing

/// Topic 8 of behaviours.md: cancelling a task that starts eagerly.
@Suite struct EagerCancellationTests {
    @Test(.promise(177)) func cancelAfterEagerCompletionAnswersFalse() throws {
        try run(clock: .virtual) {
            let task = createTask(start: .eager) { "value" }
            #expect(!task.cancel())
            #expect(!task.cancelled && task.cancelling == 0)
            let value = try await task.value
            #expect(value == "value")
        }
    }

    @Test(.promise(178)) func cancelAfterTheEagerPartWorksWithItsMessage() throws {
        let seen = try transcript { log in
            let task = createTask(start: .eager) { try await Narrated.sleep("eager", 100, cleanup: 1, in: log) }
            log("cancel:", task.cancel("stop"), task.cancelled)
            do { _ = try await task.value } catch { log("awaited:", error, task.cancelled) }
        }
        #expect(
            seen == """
                [0.0] eager starts
                [0.0] cancel: true false
                [0.0] eager CancelledError: stop
                [1.0] eager is clean
                [1.0] awaited: CancelledError: stop true
                """
        )
    }

    @Test(.promise(80, 81, 169)) func eagerTaskThatCancelsItself() throws {
        let seen = try transcript { log in
            let interrupted = createTask(start: .eager) {
                LoopTask.current?.cancel("myself")
                log("runs on")
                try await sleep(for: .zero)
                log("never")
            }
            log("done:", interrupted.done)
            do { try await interrupted.value } catch { log(error, "count:", ownCount) }
            let returned = createTask(start: .eager) {
                LoopTask.current?.cancel()
                return "lost"
            }
            log("done:", returned.done, "cancelled:", returned.cancelled)
        }
        #expect(
            seen == """
                [0.0] runs on
                [0.0] done: false
                [0.0] CancelledError: myself count: 0
                [0.0] done: true cancelled: true
                """
        )
    }

    @Test(.promise(172)) func eagerTaskThatCancelsItsCreatorInterruptsItAtItsNextAwait() throws {
        let seen = try transcript { log in
            let creator = createTask {
                let me = LoopTask.current
                createTask(start: .eager) {
                    log("cancel:", me?.cancel("by my child") ?? false, "my own count:", ownCount)
                }
                log("the creator goes on, count:", ownCount)
                do { try await sleep(for: .zero) } catch { log("interrupted:", error) }
            }
            try await creator.value
        }
        #expect(
            seen == """
                [0.0] cancel: true my own count: 0
                [0.0] the creator goes on, count: 1
                [0.0] interrupted: CancelledError: by my child
                """
        )
    }

    @Test(.promise(178)) func eagerTaskThatAwaitsItsCreatorIsNoDeadlock() throws {
        let seen = try transcript { log in
            var tasks: [LoopTask<String>] = []
            tasks.append(
                createTask(name: "creator") {
                    tasks.append(createTask(start: .eager) { "my creator: " + (try await tasks[0].value) })
                    try await sleep(for: .seconds(1))
                    return "done"
                }
            )
            try await sleep(for: .zero)
            log(try await tasks[1].value)
        }
        #expect(seen == "[1.0] my creator: done")
    }
}
