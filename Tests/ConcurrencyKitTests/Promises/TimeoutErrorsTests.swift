import ConcurrencyKit
import Testing

/// Topic 10 of behaviours.md: the end of time together with other errors and other cancellations.
@Suite struct TimeoutErrorsTests {
    @Test(.promise(213)) func anotherErrorPassesThrough() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(2))
            do {
                try await limit.run {
                    try await sleep(for: .seconds(1))
                    throw Failure("mine")
                }
            } catch { log(error, "expired:", limit.expired, "count:", ownCount) }
            // A CancelledError that nobody asked for is no timeout either.
            do { try await timeout(after: .seconds(2)) { throw CancelledError(message: "made up") } } catch {
                log(error)
            }
            try await sleep(for: .seconds(5))
            log("nothing comes after")
        }
        #expect(
            seen == """
                [1.0] mine expired: false count: 0
                [1.0] CancelledError: made up
                [6.0] nothing comes after
                """
        )
    }

    @Test(.promise(214)) func anotherErrorInAnswerToTheEndOfTimeWins() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            do {
                try await limit.run {
                    do { try await sleep(for: .seconds(100)) } catch { throw Failure("cleanup broke") }
                }
            } catch { log(error, "expired:", limit.expired, "count:", ownCount) }
            try await sleep(for: .zero)
            log("not cancelled")
        }
        #expect(
            seen == """
                [1.0] cleanup broke expired: true count: 0
                [1.0] not cancelled
                """
        )
    }

    @Test(.promise(214)) func traceTellsThatTheErrorCameInAnswerToTheEndOfTime() throws {
        let events = try TraceTests.trace {
            let task = createTask {
                try await timeout(after: .seconds(1)) {
                    do { try await sleep(for: .seconds(100)) } catch { throw Failure("cleanup broke") }
                }
            }
            try? await task.value
        }
        let words = events.filter { $0.task == 2 }.compactMap { event -> String? in
            let second = event.time / 1_000_000_000
            return switch event.kind {
            case .scopeOpened(let id, let kind, _, let deadline?):
                "\(second) \(kind) \(id) until \(deadline / 1_000_000_000)"
            case .cancelRequested(by: nil, _): "\(second) cancelled by a timer"
            case .scopeClosed(let id): "\(second) scope \(id) closed"
            case .finished(.error(_, let description)): "\(second) failed: \(description)"
            default: nil
            }
        }
        #expect(
            words == ["0 timeout 1 until 1", "1 cancelled by a timer", "1 scope 1 closed", "1 failed: cleanup broke"]
        )
    }

    @Test(.promise(215)) func cancelFromElsewhereBeforeTheEndOfTimePassesThrough() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(10))
            let task = createTask { try await limit.run { try await sleep(for: .seconds(100)) } }
            try await sleep(for: .seconds(1))
            task.cancel("stop")
            do { try await task.value } catch {
                log(error, "expired:", limit.expired, "cancelled:", task.cancelled, "count:", task.cancelling)
            }
            let itself = createTask {
                try await timeout(after: .seconds(10)) {
                    LoopTask.current?.cancel("myself")
                    try await sleep(for: .seconds(100))
                }
            }
            do { try await itself.value } catch { log(error) }
        }
        #expect(
            seen == """
                [1.0] CancelledError: stop expired: false cancelled: true count: 1
                [1.0] CancelledError: myself
                """
        )
    }

    @Test(.promise(216)) func cancelFromElsewhereAfterTheEndOfTimeWins() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            let task = createTask {
                try await limit.run {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("slow cleanup")
                        try await sleep(for: .seconds(5))
                        log("never")
                    }
                }
            }
            try await sleep(for: .seconds(2))
            task.cancel("stop")
            do { try await task.value } catch {
                log(error, "expired:", limit.expired, "cancelled:", task.cancelled, "count:", task.cancelling)
            }
        }
        #expect(
            seen == """
                [1.0] slow cleanup
                [2.0] CancelledError: stop expired: true cancelled: true count: 1
                """
        )
    }

    @Test(.promise(216)) func cancelFromElsewhereInTheInstantOfTheEndWins() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            let task = createTask {
                try await limit.run {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("inside:", error, "expired:", limit.expired, "count:", ownCount)
                        throw error
                    }
                }
            }
            try await sleep(for: .zero)
            // Set after the deadline: both fire in one turn, and are delivered as one error, the first one's.
            EventLoop.running?.callLater(.seconds(1)) { log("cancel:", task.cancel("stop")) }
            do { try await task.value } catch { log(error, "count:", task.cancelling) }
        }
        #expect(
            seen == """
                [1.0] cancel: true
                [1.0] inside: CancelledError expired: true count: 2
                [1.0] CancelledError count: 1
                """
        )
    }

    @Test(.promise(216)) func endOfTimeDuringTheCleanupAfterACancelFromElsewhereStaysACancellation() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(2))
            let task = createTask {
                try await limit.run {
                    do { try await sleep(for: .seconds(100)) } catch {
                        log("cleanup after", error)
                        try await sleep(for: .seconds(100))
                        log("never")
                    }
                }
            }
            try await sleep(for: .seconds(1))
            task.cancel("stop")
            do { try await task.value } catch { log(error, "expired:", limit.expired, "count:", task.cancelling) }
        }
        #expect(
            seen == """
                [1.0] cleanup after CancelledError: stop
                [2.0] CancelledError expired: true count: 1
                """
        )
    }

    @Test(.promise(217)) func swallowingTheCancellationInsideIsNoTimeoutError() throws {
        let seen = try transcript { log in
            let limit = Timeout(after: .seconds(1))
            let value = try await limit.run {
                try? await sleep(for: .seconds(100))
                log("swallowed, count:", ownCount)
                // The limit has fired once and for all.
                try await sleep(for: .seconds(5))
                return "value"
            }
            log(value, "expired:", limit.expired, "count:", ownCount)
        }
        #expect(
            seen == """
                [1.0] swallowed, count: 1
                [6.0] value expired: true count: 0
                """
        )
    }

    @Test(.promise(82, 202)) func endOfTimeBeatsAResultOfTheSameInstantWhichStaysInTheFuture() throws {
        let seen = try transcript { log in
            let future = Future<String>()
            // Set before the deadline is, so it is called first.
            EventLoop.running?.callLater(.seconds(1)) { try future.setResult("just in time") }
            do { log(try await timeout(after: .seconds(1)) { try await future.value }) } catch {
                log(error, "the future holds:", try future.result(), "count:", ownCount)
            }
        }
        #expect(seen == "[1.0] TimeoutError the future holds: just in time count: 0")
    }

    @Test(.promise(222, 223)) func limitAfterASwallowedCancellationComparesWithTheCountAtEntry() throws {
        let seen = try transcript { log in
            let task = createTask {
                try? await sleep(for: .seconds(100))
                log("swallowed without uncancel, count:", ownCount)
                do { try await timeout(after: .seconds(1)) { try await sleep(for: .seconds(100)) } } catch {
                    log(error, "count:", ownCount)
                }
                do {
                    try await timeout(after: .seconds(1)) {
                        LoopTask.current?.cancel("fresh")
                        try await sleep(for: .seconds(100))
                    }
                } catch { log(error, "count:", ownCount) }
                return "done"
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            log(try await task.value)
        }
        #expect(
            seen == """
                [1.0] swallowed without uncancel, count: 1
                [2.0] TimeoutError count: 1
                [2.0] CancelledError: fresh count: 2
                [2.0] done
                """
        )
    }
}
