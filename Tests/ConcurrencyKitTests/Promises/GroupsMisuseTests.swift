import ConcurrencyKit
import Testing

/// Topic 5 of behaviours.md: a group is used where or when it cannot be.
@Suite struct GroupsMisuseTests {
    @Test(.promise(120)) func groupThatHasNotBeenEnteredTakesNoTask() throws {
        let seen = try transcript { log in
            let group = LoopTaskGroup()
            log(group)
            do { try group.createTask { log("never") } } catch { log(error) }
            // It does not run, and is not reported as never awaited.
            #expect(throws: TaskGroupError.notEntered) { try group.createTask(Coroutine { log("never") }) }
            let value = try await group.run {
                try group.createTask { log("runs in", LoopTask.current?.name ?? "none") }
                log(group)
                return 7
            }
            log(value, group)
            await #expect(throws: TaskGroupError.alreadyEntered) { try await group.run { log("never") } }
        }
        #expect(
            seen == """
                [0.0] <LoopTaskGroup>
                [0.0] the task group has not been entered: make tasks only inside of its block
                [0.0] <LoopTaskGroup tasks=1 entered>
                [0.0] runs in Task-2
                [0.0] 7 <LoopTaskGroup entered>
                """
        )
    }

    /// Something natural in asyncio: an object is given the group that its tasks will run in.
    @Test(.promise(98, 120)) func groupCanBeHandedOnBeforeItsBlock() throws {
        final class Server {
            private let tasks: LoopTaskGroup
            init(tasks: LoopTaskGroup) { self.tasks = tasks }
            func accept(_ name: String, _ log: Transcript) throws {
                try tasks.createTask { try await Narrated.sleep(name, 1, failing: Failure(name), in: log) }
            }
        }
        let seen = try transcript { log in
            let group = LoopTaskGroup()
            let server = Server(tasks: group)
            do {
                try await group.run {
                    try server.accept("a", log)
                    try server.accept("b", log)
                    try await sleep(for: .seconds(100))
                }
            } catch let errors as ExceptionGroup { log(errors.errors, group) }
        }
        #expect(
            seen == """
                [0.0] a starts
                [0.0] b starts
                [1.0] a ends
                [1.0] b ends
                [1.0] [a, b] <LoopTaskGroup cancelling>
                """
        )
    }

    @Test(.promise(132)) func groupThatIsCancelledBeforeItsBlockInterruptsItsBody() throws {
        let seen = try transcript { log in
            let group = LoopTaskGroup()
            group.cancel()
            try await group.run {
                #expect(throws: TaskGroupError.shuttingDown) { try group.createTask {} }
                _ = try await Narrated.sleep("body", 1, in: log)
            }
            log("count:", ownCount)
        }
        #expect(
            seen == """
                [0.0] body starts
                [0.0] body CancelledError
                [0.0] count: 0
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
