import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: the cancellation by which a group interrupts its own block leaves no trace in the parent.
@Suite struct TaskGroupCancelCountTests {
    @Test(.promise(115)) func failureWhileTheParentWaitsAtTheEndLeavesTheCancelCountAsItWas() throws {
        let seen = try transcript { log in
            let parent = try #require(LoopTask.current)
            do {
                try await withLoopTaskGroup { group in
                    try group.createTask {
                        try await sleep(for: .seconds(1))
                        throw Failure("boom")
                    }
                    try group.createTask {
                        do { try await sleep(for: .seconds(5)) } catch {
                            log("sibling cancelled, the parent's count", parent.cancelling)
                            try await sleep(for: .seconds(1))
                            throw error
                        }
                    }
                }
            } catch let group as ExceptionGroup {
                log(group.errors, "count", parent.cancelling)
            }
            try await sleep(for: .seconds(1))
            log("slept on, count", parent.cancelling)
        }
        #expect(
            seen == """
                [1.0] sibling cancelled, the parent's count 1
                [2.0] [boom] count 0
                [3.0] slept on, count 0
                """
        )
    }

    @Test(.promise(119)) func innerAndOuterFailInOneTurnAndTheInnerIsHandledFirst() throws {
        let seen = try transcript { log in
            let parent = try #require(LoopTask.current)
            do {
                try await withLoopTaskGroup { outer in
                    do {
                        try await withLoopTaskGroup { inner in
                            try inner.createTask { throw Failure("inner") }
                            try outer.createTask { throw Failure("outer") }
                        }
                    } catch let group as ExceptionGroup {
                        log("handled", group.errors, "count", parent.cancelling)
                    }
                    do { try await sleep(for: .seconds(5)) } catch {
                        log("interrupted, count", parent.cancelling)
                        throw error
                    }
                }
            } catch let group as ExceptionGroup {
                log("handled", group.errors, "count", parent.cancelling)
            }
        }
        #expect(
            seen == """
                [0.0] handled [inner] count 1
                [0.0] interrupted, count 1
                [0.0] handled [outer] count 0
                """
        )
    }
}
