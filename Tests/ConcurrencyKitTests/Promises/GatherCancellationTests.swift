import ConcurrencyKit
import Testing

/// Topic 7 of behaviours.md: cancelling a gather, its awaiter or its children.
@Suite struct GatherCancellationTests {
    @Test(.promise(151, 152)) func cancelledChildIsAnErrorLikeAnyOther() throws {
        let seen = try transcript { log in
            let child = createTask { try await sleep(for: .seconds(100)) }
            let gathering = gatherFuture(child, createTask { try await sleep(for: .seconds(2)) })
            EventLoop.running?.callLater(.seconds(1)) { child.cancel("stop") }
            do { _ = try await gathering.value } catch {
                log(error, "gather cancelled:", gathering.cancelled, "my count:", LoopTask.current?.cancelling ?? -1)
            }
        }
        #expect(seen == "[1.0] CancelledError: stop gather cancelled: false my count: 0")
    }

    /// A child that says when it is cancelled, and ends `cleanup` seconds later.
    private static func child(_ name: String, cleanup: Int, in log: Transcript) async throws -> String {
        do { return try await sleep(for: .seconds(100), returning: name) } catch {
            log(name, error)
            try await sleep(for: .seconds(cleanup))
            log(name, "clean")
            throw error
        }
    }

    @Test(.promise(153, 154, 155)) func cancelReachesEveryChildInOrderAndGatherEndsWithTheFirst() throws {
        let seen = try transcript { log in
            let awaiter = createTask {
                do {
                    _ = try await gather(
                        { try await Self.child("a", cleanup: 3, in: log) },
                        { "done already" },
                        { try await Self.child("b", cleanup: 1, in: log) }
                    )
                } catch {
                    log("gather threw", error)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            awaiter.cancel()
            try? await awaiter.value
            log("awaiter cancelled:", awaiter.cancelled)
            try await sleep(for: .seconds(5))
        }
        #expect(
            seen == """
                [1.0] a CancelledError
                [1.0] b CancelledError
                [2.0] b clean
                [2.0] gather threw CancelledError
                [2.0] awaiter cancelled: true
                [4.0] a clean
                """
        )
    }

    @Test(.promise(156, 157)) func gatherResultsWaitsForAllChildrenAndThenThrowsWithTheMessage() throws {
        let seen = try transcript { log in
            let awaiter = createTask {
                _ = try await gatherResults(
                    { try await Self.child("a", cleanup: 1, in: log) },
                    { try await Self.child("b", cleanup: 3, in: log) }
                )
                log("never")
            }
            try await sleep(for: .seconds(1))
            awaiter.cancel("stop")
            do { try await awaiter.value } catch { log("awaiter:", error) }
        }
        #expect(
            seen == """
                [1.0] a CancelledError: stop
                [1.0] b CancelledError: stop
                [2.0] a clean
                [4.0] b clean
                [4.0] awaiter: CancelledError: stop
                """
        )
    }

    @Test(.promise(158)) func cancelledGatherHoldsTheErrorAndIsNotCancelled() throws {
        try run(clock: .virtual) {
            let gathering = gatherFuture({ try await sleep(for: .seconds(1)) })
            try await sleep(for: .zero)
            #expect(gathering.cancel())
            #expect(!gathering.done)
            await #expect(throws: CancelledError.self) { try await gathering.value }
            #expect(gathering.done && !gathering.cancelled)
            #expect(try gathering.exception() is CancelledError)
        }
    }

    @Test(.promise(159)) func cancelAfterAllChildrenAreDoneAnswersFalse() throws {
        try run(clock: .virtual) {
            let child = Future<Int>()
            let gathering = gatherFuture(child)
            try child.setResult(1)
            #expect(!gathering.done)
            #expect(!gathering.cancel())
            let value = try await gathering.value
            #expect(value == [1])
        }
    }

    @Test(.promise(160)) func cancelAfterTheErrorCancelsNobody() throws {
        try run(clock: .virtual) {
            let other = createTask { try await sleep(for: .seconds(1), returning: "other") }
            let gathering = gatherFuture(Coroutine { throw Failure("now") }, other)
            await #expect(throws: Failure("now")) { try await gathering.value }
            #expect(!gathering.cancel())
            #expect(other.cancelling == 0)
            let value = try await other.value
            #expect(value == "other")
        }
    }

    @Test(.promise(153, 167)) func cancelReachesTheInnermostChildren() throws {
        let seen = try transcript { log in
            let inner = gatherFuture(
                { try await Self.child("a", cleanup: 0, in: log) },
                { try await Self.child("b", cleanup: 0, in: log) }
            )
            let outer = gatherFuture(inner, Coroutine { [try await Self.child("c", cleanup: 0, in: log)] })
            try await sleep(for: .seconds(1))
            log("cancel:", outer.cancel())
            do { _ = try await outer.value } catch { log(error) }
        }
        #expect(
            seen == """
                [1.0] cancel: true
                [1.0] a CancelledError
                [1.0] b CancelledError
                [1.0] c CancelledError
                [1.0] a clean
                [1.0] b clean
                [1.0] c clean
                [1.0] CancelledError
                """
        )
    }
}
