import ConcurrencyKit
import Dispatch
import Testing

/// Topic 13 of behaviours.md: cancelling what a thread has sent to a loop, from either side.
@Suite struct ThreadFutureCancellationTests {
    @Test(.promise(293)) func cancellingTheThreadsFutureCancelsTheTask() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let (began, over) = (DispatchSemaphore(value: 0), Future<Void>())
            let thread = createTask {
                try await toThread {
                    let future = loop.submit {
                        began.signal()
                        do { try await sleep(for: .seconds(3600)) } catch {
                            log("task:", error, "requests:", LoopTask.current?.cancelling ?? -1)
                            try await sleep(for: .seconds(2))
                            log("task has cleaned up")
                            try over.setResult()
                            throw error
                        }
                    }
                    began.wait()
                    // At once, though the task still cleans up; the second time, too, and asks no more.
                    log("cancel:", future.cancel(), future.cancel(), "cancelled:", future.cancelled, future.done)
                    do { try future.result() } catch { log("thread:", error) }
                }
            }
            // The thread and the loop go on side by side: one log after the other.
            try await thread.value
            try await over.value
        }
        let lines = seen.split(separator: "\n")
        #expect(
            lines.filter { $0.contains("cancel:") || $0.contains("thread:") } == [
                "[0.0] cancel: true true cancelled: true true", "[0.0] thread: CancelledError",
            ]
        )
        #expect(
            lines.filter { $0.contains("task") } == [
                "[0.0] task: CancelledError requests: 1", "[2.0] task has cleaned up",
            ]
        )
    }

    @Test(.promise(293)) func taskThatIsCancelledBeforeTheLoopMadeItBeginsAndIsInterrupted() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let sent = DispatchSemaphore(value: 0)
            let hold = loop.hold()
            detach {
                let future = loop.submit {
                    log("task begins, requests:", LoopTask.current?.cancelling ?? -1)
                    do { try await sleep(for: .seconds(3600)) } catch {
                        log("task:", error)
                        throw error
                    }
                }
                log("cancel:", future.cancel())
                hold.release()
                sent.signal()
            }
            // Holds the loop up until all is sent: from then on no race is left.
            block(until: sent)
            try await sleep(for: .seconds(1))
            log("left:", loop.allTasks.map(\.name))
        }
        #expect(
            seen == """
                [0.0] cancel: true
                [0.0] task begins, requests: 0
                [0.0] task: CancelledError
                [1.0] left: ["Task-1"]
                """
        )
    }

    @Test(.promise(293)) func whatIsDoneCannotBeCancelled() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            try await toThread {
                let future = loop.submit { "value" }
                _ = try future.result()
                log("cancel:", future.cancel(), "cancelled:", future.cancelled, "result:", try future.result())
            }
        }
        #expect(seen == "[0.0] cancel: false cancelled: false result: value")
    }

    @Test(.promise(293)) func taskThatAnswersTheCancelWithAValueOrAnErrorChangesNothing() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            for answer in ["a value", "an error"] {
                let over = Future<Void>()
                try await toThread {
                    let began = DispatchSemaphore(value: 0)
                    let future = loop.submit(name: "stubborn") { () -> String in
                        began.signal()
                        try? await sleep(for: .seconds(3600))
                        loop.callSoon { try over.setResult() }
                        if answer == "an error" { throw Failure(answer) }
                        return answer
                    }
                    began.wait()
                    future.cancel()
                    do { log(try future.result()) } catch { log("thread:", error) }
                }
                try await over.value
                try await sleep(for: .zero)
            }
        }
        // Nobody has read the error: it is reported.
        #expect(
            seen == """
                [0.0] thread: CancelledError
                [0.0] thread: CancelledError
                [0.0] report: errorNeverRetrieved stubborn an error
                """
        )
    }

    @Test(.promise(294)) func taskThatIsCancelledInTheLoopIsCancelledErrorInTheThread() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            try await toThread {
                let byItself = loop.submit {
                    LoopTask.current?.cancel()
                    try await sleep(for: .zero)
                }
                do { try byItself.result() } catch { log("thread:", error, "cancelled:", byItself.cancelled) }
                let byAnother = loop.submit(name: "victim") { try await sleep(for: .seconds(3600)) }
                loop.callSoonThreadsafe { loop.allTasks.first { $0.name == "victim" }?.cancel() }
                do { try byAnother.result() } catch { log("thread:", error, "cancelled:", byAnother.cancelled) }
            }
        }
        #expect(
            seen == """
                [0.0] thread: CancelledError cancelled: true
                [0.0] thread: CancelledError cancelled: true
                """
        )
    }

    @Test(.promise(294)) func taskThatIsLeftAtTheEndIsCancelledErrorInTheThread() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let began = Future<Void>()
            createTask {
                try await toThread {
                    let future = loop.submit {
                        try began.setResult()
                        try await sleep(for: .seconds(3600))
                    }
                    do { try future.result() } catch { log("thread:", error) }
                }
            }
            try await began.value
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] main ends
                [0.0] thread: CancelledError
                """
        )
    }
}
