import ConcurrencyKit
import LessonChecks
import Testing

/// What checks are made of does as it says.
@Suite struct FakeTests {
    private func onALoop(_ main: @escaping @Loop () async throws -> Void) throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        try loop.run(main)
    }

    @Test func serverRemembersWhatWasAskedAndWhen() throws {
        try onALoop {
            let server = FakeServer(delays: ["b": .seconds(3), "c": .seconds(2)], failing: ["c"])
            let slow = createTask { try await server.fetch("b") }
            let outcomes = try await gatherResults(
                createTask { try await server.fetch("a") },
                slow,
                createTask { try await server.fetch("c") },
                createTask {
                    try await sleep(for: .seconds(2.5))
                    slow.cancel()
                    return ""
                }
            )
            #expect(try outcomes[0].get() == "A")
            #expect(throws: FakeServer.Failed(name: "c")) { try outcomes[2].get() }
            #expect(
                server.log.lines == [
                    "[0.0] ask b", "[0.0] ask a", "[0.0] ask c", "[1.0] answer a", "[2.0] fail c", "[2.5] cancel b",
                ]
            )
            #expect(server.mostAtOnce == 3)
            #expect(server.running == 0)
            #expect((server.answered, server.failed, server.cancelled) == (["a"], ["c"], ["b"]))
        }
    }

    @Test func serverFailsAsOftenAsItIsTold() throws {
        try onALoop {
            let server = FakeServer(failingAtFirst: ["a": 2])
            for _ in 0..<2 {
                do {
                    _ = try await server.fetch("a")
                    Issue.record("it did not fail")
                } catch is FakeServer.Failed {}
            }
            #expect(try await server.fetch("a") == "A")
        }
    }

    @Test func gateLetsInWhoWaitsInTheOrderInWhichTheyCame() throws {
        try onALoop {
            let gate = Gate()
            let log = CallLog()
            let tasks = ["a", "b", "c"].map { name in
                createTask {
                    try await gate.wait()
                    log(name)
                }
            }
            try await sleep(for: .seconds(1))
            #expect(gate.waitingCount == 3)
            tasks[1].cancel()
            try await sleep(for: .zero)
            #expect(gate.waitingCount == 2)
            gate.open()
            #expect(gate.isOpen)
            _ = try await gather([tasks[0], tasks[2]])
            try await gate.wait()
            #expect(log.lines == ["[1.0] a", "[1.0] c"])
        }
    }

    @Test func severalOutcomesMayBeLegal() {
        let check = Check("first", "One of them is first.") { check in
            var first: String?
            for name in ["a", "b"] { createTask { first = first ?? name } }
            try await sleep(for: .seconds(1))
            check.expect(first, isOneOf: ["a", "b"], "Neither was first.")
        }
        #expect(report([check]) == "passed   first  One of them is first.  (2 runs, all there are)\n1 passed")
        let strict = Check("first", "A is first.") { check in
            var first: String?
            for name in ["a", "b"] { createTask { first = first ?? name } }
            try await sleep(for: .seconds(1))
            check.expect(first, equals: "a", "Who is first depends on the order in which tasks run.")
        }
        #expect(
            report([strict]) == """
                failed   first  A is first.
                    Who is first depends on the order in which tasks run.
                      expected "a"
                      but got  "b"
                    (choices 1; 1 of 2 runs failed)
                1 failed
                """
        )
        let asyncioOrder = Check("first", "A is first.", orders: .fifo) { check in
            var first: String?
            for name in ["a", "b"] { createTask { first = first ?? name } }
            try await sleep(for: .seconds(1))
            check.expect(first, equals: "a", "A was created first.")
        }
        #expect(report([asyncioOrder]) == "passed   first  A is first.  (1 run)\n1 passed")
    }

    @Test func expectedErrorsAreReturnedAndOthersAreTold() {
        let check = Check("throws", "It fails.") { check in
            let error = await check.expectThrows(FakeServer.Failed.self, "It must fail.") {
                throw FakeServer.Failed(name: "a")
            }
            check.expect(error?.name, equals: "a", "Another name.")
            await check.expectThrows(FakeServer.Failed.self, "It must fail.", misconception: "silent") {}
            await check.expectThrows(FakeServer.Failed.self, "It must fail.") { throw CancelledError() }
        }
        #expect(
            report([check]) == """
                failed   throws  It fails.
                    It must fail.
                      expected the error Failed
                      but nothing was thrown
                    [silent]
                    It must fail.
                      expected the error Failed
                      but got CancelledError
                    (fifo; 13 of 13 runs failed)
                1 failed
                """
        )
    }
}
