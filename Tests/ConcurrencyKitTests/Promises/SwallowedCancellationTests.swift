import ConcurrencyKit
import Testing

/// Topic 4 of behaviours.md: what a swallowed request to cancel still does.
@Suite struct SwallowedCancellationTests {
    @Test(.promise(92)) func requestThatWasSwallowedComesBackWhenALaterGroupThrows() throws {
        let seen = try transcript { log in
            let task = createTask {
                func requests() -> Int { LoopTask.current?.cancelling ?? -1 }
                do { try await sleep(for: .seconds(9)) } catch { log("swallows", error) }
                try await sleep(for: .seconds(1))
                log("not interrupted, requests:", requests())
                try await withLoopTaskGroup { group in try group.createTask { try await sleep(for: .zero) } }
                log("nor by a group without errors, requests:", requests())
                do {
                    try await withLoopTaskGroup { group in
                        try group.createTask { throw Failure("child") }
                    }
                } catch let error as ExceptionGroup { log("group:", error.errors, "requests:", requests()) }
                do { try await sleep(for: .seconds(1)) } catch { log("comes back:", error, "requests:", requests()) }
                try await sleep(for: .seconds(1))
                log("once, requests:", requests())
            }
            try await sleep(for: .seconds(1))
            task.cancel("stop")
            try await task.value
            log("cancelled:", task.cancelled)
        }
        #expect(
            seen == """
                [1.0] swallows CancelledError: stop
                [2.0] not interrupted, requests: 1
                [2.0] nor by a group without errors, requests: 1
                [2.0] group: [child] requests: 1
                [2.0] comes back: CancelledError requests: 1
                [3.0] once, requests: 1
                [3.0] cancelled: false
                """
        )
    }

    @Test(.promise(92)) func requestThatWasWithdrawnDoesNotComeBack() throws {
        let seen = try transcript { log in
            let task = createTask {
                do { try await sleep(for: .seconds(9)) } catch {
                    log("withdraws, left:", LoopTask.current?.uncancel() ?? -1)
                }
                do {
                    try await withLoopTaskGroup { group in
                        try group.createTask { throw Failure("child") }
                    }
                } catch let error as ExceptionGroup { log("group:", error.errors) }
                try await sleep(for: .seconds(1))
                log("not interrupted")
            }
            try await sleep(for: .seconds(1))
            task.cancel()
            try await task.value
        }
        #expect(
            seen == """
                [1.0] withdraws, left: 0
                [1.0] group: [child]
                [2.0] not interrupted
                """
        )
    }
}
