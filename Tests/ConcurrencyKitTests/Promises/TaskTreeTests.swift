import ConcurrencyKit
import Testing

/// Topics 14 and 15 of behaviours.md: who waits for whom.
@Suite struct TaskTreeTests {
    private static func nap(_ seconds: Int, line: Int) async throws {
        try await sleep(for: .seconds(seconds), file: "demo.swift", line: line)
    }

    /// Runs `main`, and `show` of its loop when half a second has passed.
    private func tree(_ main: @escaping @Loop () async throws -> Void) throws -> String {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        return try loop.run(file: "demo.swift", line: 1) {
            var seen = ""
            loop.callLater(.seconds(0.5)) { seen = "\(loop.tree())" }
            try await main()
            return seen
        }
    }

    @Test(.promise(311)) func treeShowsEveryUnfinishedTaskBelowTheOneThatWaitsForIt() throws {
        let seen = try tree {
            let fetch = createTask(name: "fetch", file: "demo.swift", line: 2) { try await Self.nap(1, line: 20) }
            let parse = createTask(name: "parse", file: "demo.swift", line: 3) { try await fetch.value }
            createTask(name: "alone", file: "demo.swift", line: 4) { try await Self.nap(2, line: 40) }
            createTask(name: "ended", file: "demo.swift", line: 5) {}
            try await parse.value
        }
        #expect(
            seen == """
                Task-1  waits for task 'parse' (demo.swift:1)
                `- parse  waits for task 'fetch' (demo.swift:3)
                   `- fetch  sleeps until 1.0 seconds (demo.swift:20)
                alone  sleeps until 2.0 seconds (demo.swift:40)
                """
        )
    }

    @Test(.promise(311)) func treeBranchesWhereATaskWaitsForSeveral() throws {
        let seen = try tree {
            let tasks = (1...3).map { number in
                createTask(name: "n\(number)", file: "demo.swift", line: number) {
                    try await Self.nap(number, line: number * 10)
                }
            }
            createTask(name: "waits", file: "demo.swift", line: 4) {
                _ = try await wait(for: [tasks[2], tasks[1]], until: .firstCompleted, file: "demo.swift", line: 40)
            }
            _ = try await gather([tasks[0], tasks[1]], file: "demo.swift", line: 50)
        }
        // n2, for which two wait, stands below the first.
        #expect(
            seen == """
                Task-1  waits for a gather of 2 (demo.swift:50)
                |- n1  sleeps until 1.0 seconds (demo.swift:10)
                `- n2  sleeps until 2.0 seconds (demo.swift:20)
                waits  waits for 2 tasks (wait) (demo.swift:40)
                `- n3  sleeps until 3.0 seconds (demo.swift:30)
                """
        )
    }

    @Test(.promise(311)) func treeSeesThroughGroupsShieldsAndTimeouts() throws {
        let seen = try tree {
            try await withLoopTaskGroup(file: "demo.swift", line: 2) { group in
                try group.createTask(name: "shields", file: "demo.swift", line: 3) {
                    let saving = createTask(name: "saves", file: "demo.swift", line: 30) {
                        try await Self.nap(1, line: 300)
                    }
                    try await shield(saving).value
                }
                try group.createTask(name: "limits", file: "demo.swift", line: 4) {
                    let slow = createTask(name: "slow", file: "demo.swift", line: 40) {
                        try await Self.nap(1, line: 400)
                    }
                    try await timeout(after: .seconds(5)) { _ in try await wait(for: slow, timeout: .seconds(9)) }
                }
            }
        }
        #expect(
            seen == """
                Task-1  waits for a group of 2 (demo.swift:2)
                |- shields  waits for task 'saves' (shielded) (demo.swift:3)
                |  `- saves  sleeps until 1.0 seconds (demo.swift:300)
                `- limits  waits for task 'slow' (demo.swift:4)
                   `- slow  sleeps until 1.0 seconds (demo.swift:400)
                """
        )
    }

    @Test(.promise(311)) func treeTellsWhatRunsFromWhatIsReadyOrHasNotBegun() throws {
        try run(clock: .virtual, file: "demo.swift", line: 1) {
            let loop = try #require(EventLoop.running)
            createTask(name: "yields", file: "demo.swift", line: 2) {
                try await sleep(for: .zero, file: "demo.swift", line: 20)
            }
            try await sleep(for: .zero, file: "demo.swift", line: 3)
            createTask(name: "new", file: "demo.swift", line: 4) {}
            #expect(
                "\(loop.tree())" == """
                    Task-1  runs (demo.swift:3)
                    yields  ready (demo.swift:20)
                    new  not started (demo.swift:4)
                    """
            )
            #expect(loop.tree().roots.map(\.name) == ["Task-1", "yields", "new"])
        }
    }

    @Test(.promise(311)) func treeNamesADeadlockHoweverItsTasksWait() throws {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        let deadlock = #expect(throws: Deadlock.self) {
            try loop.run(file: "demo.swift", line: 1) {
                var tasks: [LoopTask<Void>] = []
                tasks = [
                    createTask(name: "hen", file: "demo.swift", line: 2) {
                        _ = try await wait(for: [tasks[1]], file: "demo.swift", line: 20)
                    },
                    createTask(name: "egg", file: "demo.swift", line: 3) { try await shield(tasks[0]).value },
                ]
                try await tasks[0].value
            }
        }
        #expect(deadlock?.cycle == ["hen", "egg", "hen"])
        #expect(loop.tree().cycle == ["hen", "egg", "hen"])
        #expect(
            "\(loop.tree())" == """
                Task-1  waits for task 'hen' (demo.swift:1)
                `- hen  waits for 1 task (wait) (demo.swift:20)
                   `- egg  waits for task 'hen' (shielded) (demo.swift:3)
                deadlock: hen -> egg -> hen
                """
        )
    }

    @Test(.promise(334)) func descriptionOfATaskSaysWhatItWaitsFor() throws {
        let seen = try transcript { log in
            let future = Future<Int>()
            let first = createTask(name: "first") { try await future.value }
            let second = createTask(name: "second") { try await first.value }
            let third = createTask(name: "third") { try await gather([first, second]) }
            let fourth = createTask(name: "fourth") { _ = try await wait(for: [third]) }
            let asleep = createTask(name: "asleep") { try await sleep(for: .seconds(1)) }
            log(first)
            try await sleep(for: .zero)
            for task in try #require(EventLoop.running).allTasks.dropFirst() { log(task) }
            second.cancel()
            log(first)
            _ = try await wait(for: [fourth, asleep])
            log(first)
        }
        #expect(
            seen == """
                [0.0] <LoopTask pending name='first'>
                [0.0] <LoopTask pending name='first' wait_for=<future 1>>
                [0.0] <LoopTask pending name='second' wait_for=<task 'first'>>
                [0.0] <LoopTask pending name='third' wait_for=<a gather of 2>>
                [0.0] <LoopTask pending name='fourth' wait_for=<1 task (wait)>>
                [0.0] <LoopTask pending name='asleep' wait_for=<sleep>>
                [0.0] <LoopTask cancelling name='first' wait_for=<future 1>>
                [1.0] <LoopTask cancelled name='first'>
                """
        )
    }
}
