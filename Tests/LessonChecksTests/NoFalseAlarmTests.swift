import ConcurrencyKit
import LessonChecks
import Testing

/// Code that is right passes: under every order that is tried, and cancelled wherever it can be.
@Suite struct NoFalseAlarmTests {
    private func verdict(_ body: @escaping @Sendable @Loop (CheckRun) async throws -> Void) -> String {
        let plain = Check("plain", "It is right.", body)
        let cancelled = Check("cancelled", "It is right.", cancelling: .everySuspensionPoint, body)
        return [plain, cancelled].compactMap { finished($0, request: CheckRequest(schedules: 500)) }.flatMap {
            finished in
            finished.failures.map { "\(finished.check), \(finished.schedule?.description ?? ""): \($0.message)" }
        }.joined(separator: "\n")
    }

    @Test func gatherWithoutAnAttempt() {
        let seen = verdict { check in
            let server = FakeServer(delays: ["b": .seconds(2)])
            let texts = try await FetchAll.right(["a", "b", "c"], with: server.fetch)
            check.expect(texts, equals: ["A", "B", "C"], "Other texts.")
        }
        #expect(seen == "")
    }

    @Test func group() {
        let seen = verdict { check in
            let server = FakeServer(delays: ["b": .seconds(2)])
            let outcome = await check.attempt {
                try await withLoopTaskGroup { group in
                    let tasks = try ["a", "b", "c"].map { page in try group.createTask { try await server.fetch(page) }
                    }
                    var texts: [String] = []
                    for task in tasks { texts.append(try await task.value) }
                    return texts
                }
            }
            check.expect(server.running == 0, "A fetch still runs.")
            if !check.isCancelling { check.expect(try outcome.get(), equals: ["A", "B", "C"], "Other texts.") }
        }
        #expect(seen == "")
    }

    private nonisolated static func nap(_ seconds: Int) async throws -> Int {
        try await sleep(for: .seconds(seconds))
        return seconds
    }

    @Test func swiftsOwnChildrenStayOnTheLoop() {
        let seen = verdict { check in
            let outcome = await check.attempt {
                async let first = Self.nap(2)
                let others = try await withThrowingTaskGroup(of: Int.self) { group in
                    for seconds in [3, 1] { group.addTask { try await Self.nap(seconds) } }
                    var others: [Int] = []
                    for try await other in group { others.append(other) }
                    return others
                }
                return try await [first] + others
            }
            if !check.isCancelling {
                check.expect(try outcome.get(), equals: [2, 1, 3], "Other numbers.")
                check.expectElapsed(.seconds(3), "Another time.")
            }
        }
        #expect(seen == "")
    }

    @Test func retriesWithATimeout() {
        let seen = verdict { check in
            let server = FakeServer(delay: .seconds(3), delays: ["b": .seconds(1)], failingAtFirst: ["b": 2])
            func fetch(_ page: String) async throws -> String? {
                for attempt in 0..<3 {
                    do {
                        return try await timeout(after: .seconds(2)) { _ in try await server.fetch(page) }
                    } catch is FakeServer.Failed {
                        try await sleep(for: .seconds(1 << attempt))
                    }
                }
                return nil
            }
            let outcome = await check.attempt { try await fetch("b") }
            check.expect(server.running == 0, "A fetch still runs.")
            if !check.isCancelling {
                check.expect(try outcome.get(), equals: "B", "Another text.")
                check.expectElapsed(.seconds(6), "Another time.")
            }
        }
        #expect(seen == "")
    }

    @Test func limitOfTwoByWorkersAndAQueue() {
        let seen = verdict { check in
            let server = FakeServer()
            let outcome = await check.attempt {
                var left = ["a", "b", "c", "d", "e"]
                var texts: [String: String] = [:]
                func work() async throws {
                    while let page = left.popLast() { texts[page] = try await server.fetch(page) }
                }
                try await withLoopTaskGroup { group in for _ in 0..<2 { try group.createTask { try await work() } } }
                return texts.keys.sorted()
            }
            check.expect(server.mostAtOnce <= 2, "Too many at once.")
            if !check.isCancelling {
                check.expect(try outcome.get(), equals: ["a", "b", "c", "d", "e"], "Other pages.")
                check.expectElapsed(.seconds(3), "Another time.")
            }
        }
        #expect(seen == "")
    }

    @Test func firstOfTwoWinsAndTheOtherIsCancelledAndAwaited() {
        let seen = verdict { check in
            let server = FakeServer(delays: ["slow": .seconds(5)])
            let outcome = await check.attempt {
                let tasks = ["slow", "fast"].map { page in createTask { try await server.fetch(page) } }
                do {
                    let (done, pending) = try await wait(for: tasks, until: .firstCompleted)
                    for task in pending { task.cancel() }
                    _ = try await gatherResults(pending)
                    return try done[0].result()
                } catch {
                    for task in tasks { task.cancel() }
                    _ = try await gatherResults(tasks)
                    throw error
                }
            }
            check.expect(server.running == 0, "A fetch still runs.")
            if !check.isCancelling {
                check.expect(try outcome.get(), equals: "FAST", "Another text.")
                check.expect(server.cancelled, equals: ["slow"], "It was not cancelled.")
            }
        }
        #expect(seen == "")
    }

    @Test func resourceThatIsClosedHoweverItEnds() {
        let seen = verdict { check in
            _ = await check.attempt {
                let file = check.resource("the file")
                defer { file.close() }
                for _ in 0..<3 { try await sleep(for: .seconds(1)) }
                try await withCancellationHeld { try await sleep(for: .seconds(1)) }
            }
        }
        #expect(seen == "")
    }

    @Test func threadsThatEnd() {
        let seen = verdict { check in
            let outcome = await check.attempt {
                try await gather({ try await toThread { 1 } }, { try await toThread { 2 } })
            }
            if !check.isCancelling { check.expect(try outcome.get(), equals: [1, 2], "Other numbers.") }
        }
        #expect(seen == "")
    }

    @Test func producerAndConsumer() {
        let seen = verdict { check in
            let outcome = await check.attempt {
                var queue: [Int] = []
                var arrival = Future<Void>()
                var sum = 0
                try await withLoopTaskGroup { group in
                    try group.createTask {
                        for number in 1...5 {
                            queue.append(number)
                            if !arrival.done { try arrival.setResult() }
                            try await sleep(for: .zero)
                        }
                    }
                    try group.createTask {
                        var taken = 0
                        while taken < 5 {
                            if queue.isEmpty {
                                arrival = Future()
                                try await arrival.value
                            }
                            sum += queue.removeFirst()
                            taken += 1
                        }
                    }
                }
                return sum
            }
            if !check.isCancelling { check.expect(try outcome.get(), equals: 15, "Another sum.") }
        }
        #expect(seen == "")
    }
}
