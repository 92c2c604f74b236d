import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: a group is used where or when it cannot be.
@Suite struct GroupsMisuseTests {
    /// Promise 120 needs a group that has not been entered; the closure has one only from its first line on.
    @Test(.promise(120)) func groupIsOpenFromTheFirstLineOfItsBody() throws {
        let seen = try transcript { log in
            try await withLoopTaskGroup { group in
                let task = try group.createTask { log("runs") }
                log("made:", task.name)
            }
        }
        #expect(
            seen == """
                [0.0] made: Task-2
                [0.0] runs
                """
        )
    }

    @Test(.promise(121)) func finishedGroupTakesNoTask() throws {
        let seen = try transcript { log in
            var kept: LoopTaskGroup?
            try await withLoopTaskGroup { group in
                kept = group
                try group.createTask {}
            }
            do { try kept?.createTask { log("never") } } catch { log(error) }
            do {
                try await withLoopTaskGroup { group in
                    kept = group
                    throw Failure("body")
                }
            } catch is ExceptionGroup {}
            #expect(throws: TaskGroupError.finished) { try kept?.createTask { log("never") } }
            try await sleep(for: .seconds(1))
        }
        #expect(seen == "[0.0] the task group is finished: make tasks only inside of its block")
    }

    @Test(.promise(122)) func groupThatShutsDownTakesNoTask() throws {
        let seen = try transcript { log in
            do {
                try await withLoopTaskGroup { group in
                    _ = try group.createTask {
                        do { try await sleep(for: .seconds(100)) } catch {
                            do { try group.createTask { log("never") } } catch { log(error) }
                            try await sleep(for: .seconds(1))
                            do { try group.createTask { log("never") } } catch { log("still:", error) }
                            throw error
                        }
                    }
                    try group.createTask { throw Failure("first") }
                    do { try await sleep(for: .seconds(100)) } catch {
                        #expect(throws: TaskGroupError.shuttingDown) { try group.createTask { log("never") } }
                        throw error
                    }
                }
            } catch let group as ExceptionGroup { log(group.errors) }
        }
        #expect(
            seen == """
                [0.0] the task group is shutting down: one of its tasks has failed or it was cancelled
                [1.0] still: the task group is shutting down: one of its tasks has failed or it was cancelled
                [1.0] [first]
                """
        )
    }

    @Test(.promise(121, 122)) func refusedCoroutineIsNotReportedAsNeverAwaited() throws {
        let seen = try transcript { log in
            var kept: LoopTaskGroup?
            try await withLoopTaskGroup { kept = $0 }
            let coroutine = Coroutine { log("never") }
            #expect(throws: TaskGroupError.finished) { try kept?.createTask(coroutine) }
            // It is closed: awaiting it is an error, as in Python.
            await #expect(throws: LoopError.self) { try await coroutine.value }
            log("end")
        }
        #expect(seen == "[0.0] end")
    }

    @Test(.promise(109)) func coroutineOfAChildThatNeverStartedIsNotReportedAsNeverAwaited() throws {
        let seen = try transcript { log in
            try? await withLoopTaskGroup { group in
                try group.createTask(Coroutine { log("never") })
                throw Failure("body")
            }
            log("end")
        }
        #expect(seen == "[0.0] end")
    }

    @Test(.promise(125)) func groupNeedsAParentTask() async throws {
        await #expect(throws: LoopError.noRunningLoop(operation: "withLoopTaskGroup")) {
            try await withLoopTaskGroup { _ in Issue.record("the body runs") }
        }
        let seen = try transcript { log in
            // A child of `async let` runs on the loop, and is no task of the kit.
            async let child: Void = {
                do { try await withLoopTaskGroup { _ in log("never") } } catch { log(error) }
            }()
            await child
        }
        #expect(seen == "[0.0] a task group needs a parent task: use it inside of `run { … }` or of a task")
    }
}
