import ConcurrencyKit
import Dispatch
import Testing

/// Topic 12 of behaviours.md: a thread whose caller does not wait for it any longer.
@Suite struct ToThreadCancellationTests {
    @Test(.promise(286)) func cancellingTheAwaitReturnsAtOnceAndTheThreadRunsToItsEnd() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let (gate, began, ended) = (DispatchSemaphore(value: 0), Future<Void>(), Future<Void>())
            let task = createTask {
                try await toThread {
                    loop.callSoonThreadsafe { try began.setResult() }
                    gate.wait()
                    log("the thread ends")
                    loop.callSoonThreadsafe { try ended.setResult() }
                }
            }
            try await began.value
            log("cancel:", task.cancel("enough"))
            do { try await task.value } catch { log("caught", error) }
            log("cancelled:", task.cancelled)
            gate.signal()
            try await ended.value
        }
        #expect(
            seen == """
                [0.0] cancel: true
                [0.0] caught CancelledError: enough
                [0.0] cancelled: true
                [0.0] the thread ends
                """
        )
    }

    @Test(.promise(286)) func whatAThreadEndsWithAfterItsCallerHasGoneIsDropped() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let (gate, began) = (DispatchSemaphore(value: 0), Future<Void>())
            let task = createTask {
                try await toThread {
                    loop.callSoonThreadsafe { try began.setResult() }
                    gate.wait()
                    throw Failure("nobody is told")
                }
            }
            try await began.value
            task.cancel()
            gate.signal()
            _ = try await wait(for: [task])
            log("cancelled:", task.cancelled)
        }
        #expect(seen == "[0.0] cancelled: true")
    }

    @Test(.promise(286)) func callThatIsCancelledBeforeItIsAwaitedNeverRuns() throws {
        let seen = try transcript { log in
            let task = createTask { try await toThread { log("never") } }
            task.cancel()
            _ = try await wait(for: [task])
            log("cancelled:", task.cancelled)
        }
        #expect(seen == "[0.0] cancelled: true")
    }

    @Test(.promise(287)) func runWaitsForThreadsThatStillWorkAndServesThem() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let (began, gate, served) = (
                DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
            )
            createTask {
                try await toThread {
                    began.signal()
                    gate.wait()
                    loop.callSoonThreadsafe {
                        log("the loop still serves")
                        served.signal()
                    }
                    served.wait()
                    log("the thread ends")
                }
            }
            createTask {
                defer { gate.signal() }
                try await sleep(for: .seconds(100))
            }
            try await sleep(for: .zero)
            block(until: began)
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] main ends
                [0.0] the loop still serves
                [0.0] the thread ends
                """
        )
    }

    @Test(.promise(287, 298)) func whatAThreadSendsLastIsDoneBeforeRunReturns() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            createTask {
                try await toThread {
                    block(for: .seconds(5))
                    loop.callSoonThreadsafe { log("the last callback") }
                    _ = loop.submit { log("the last task begins") }
                }
            }
            try await sleep(for: .seconds(1))
            log("main ends")
        }
        #expect(
            seen == """
                [1.0] main ends
                [5.0] the last callback
                [5.0] the last task begins
                """
        )
    }

    @Test(.promise(287)) func taskThatAThreadSendsWhileLeftoversAreCancelledIsServed() throws {
        let seen = try transcript { log in
            let loop = try #require(EventLoop.running)
            let (began, gate, sent) = (
                DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
            )
            createTask {
                try await toThread {
                    began.signal()
                    gate.wait()
                    let answer = loop.submit { try await sleep(for: .seconds(3), returning: "served") }
                    sent.signal()
                    do { log("the thread got", try answer.result()) } catch { log("the thread caught", error) }
                }
            }
            createTask {
                do { try await sleep(for: .seconds(100)) } catch {
                    gate.signal()
                    block(until: sent)
                    throw error
                }
            }
            try await sleep(for: .zero)
            block(until: began)
            log("main ends")
        }
        #expect(
            seen == """
                [0.0] main ends
                [0.0] the thread got served
                """
        )
    }

    /// One more call than the pool has threads.
    @Test(.promise(286, 288)) func poolHasThirtyTwoThreadsAndACallThatWaitsForOneCanBeCancelled() throws {
        let size = 32
        let ran = Guarded<[Int]>([])
        try run(clock: .virtual) {
            let (gate, began) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let tasks = (0...size).map { number in
                createTask {
                    try await toThread {
                        began.signal()
                        gate.wait()
                        ran.withLock { $0.append(number) }
                    }
                }
            }
            try await sleep(for: .zero)
            for _ in 0..<size { block(until: began) }
            tasks[size].cancel()
            _ = try await wait(for: [tasks[size]])
            #expect(tasks[size].cancelled)
            // Were there a thread more, it would have begun the last call, and end it.
            for _ in 0...size { gate.signal() }
            _ = try await gather(Array(tasks.dropLast()))
        }
        #expect(ran.withLock { $0.sorted() } == Array(0..<size))
    }
}
