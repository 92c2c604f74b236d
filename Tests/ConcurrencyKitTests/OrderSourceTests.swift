import ConcurrencyKit
import Testing

/// What LessonChecks chooses orders with, and stops programs that do not end.
@Suite struct OrderSourceTests {
    /// Asks a function, and notes what it was asked.
    private final class Chooser: OrderSource {
        let reach: OrderReach
        let choose: (ReadyEntries) -> Int
        var asked: [[Int]] = []

        init(_ reach: OrderReach, _ choose: @escaping (ReadyEntries) -> Int) {
            self.reach = reach
            self.choose = choose
        }

        func next(of entries: ReadyEntries) -> Int {
            asked.append((0..<entries.count).map(entries.task(at:)))
            return choose(entries)
        }
    }

    @Test(.promise(21)) func callsComeInTheOrderInWhichTheyWereMadeWhateverTheOrderOfTasks() throws {
        var ordersOfTasks: Set<String> = []
        for seed in UInt64(0)..<100 {
            let (calls, tasks) = try run(clock: .virtual, order: .shuffled(seed: seed)) {
                var (calls, tasks) = ("", "")
                let loop = try #require(EventLoop.running)
                for name in ["a", "b", "c"] {
                    createTask { tasks += name }
                    loop.callSoon { calls += name }
                }
                try await sleep(for: .seconds(1))
                return (calls, tasks)
            }
            #expect(calls == "abc")
            ordersOfTasks.insert(tasks)
        }
        #expect(ordersOfTasks.count == 6)
    }

    @Test func ofSeveralCallsOnlyTheOldestIsOffered() throws {
        let chooser = Chooser(.everything) { $0.count - 1 }
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        loop.orderSource = chooser
        let seen = try loop.run {
            var seen = ""
            createTask { seen += "t" }
            for name in ["a", "b", "c"] { loop.callSoon { seen += name } }
            createTask { seen += "u" }
            try await sleep(for: .seconds(1))
            return seen
        }
        #expect(seen == "utabc" || seen == "uatbc" || seen == "uabct", "\(seen)")
        #expect(chooser.asked.first?.count == 3)
    }

    /// The names of three tasks, of three turns each, in the order of their turns.
    private func turns(_ chooser: Chooser) throws -> String {
        let loop = EventLoop(clock: .virtual, trace: .none)
        defer { loop.close() }
        loop.orderSource = chooser
        return try loop.run {
            var turns = ""
            let tasks = ["a", "b", "c"].map { name in
                createTask {
                    for _ in 0..<3 {
                        turns += name
                        try await sleep(for: .zero)
                    }
                }
            }
            _ = try await gather(tasks)
            return turns
        }
    }

    @Test func oldestFirstIsAsyncioOrder() throws {
        #expect(try turns(Chooser(.iteration) { _ in 0 }) == "abcabcabc")
        #expect(try turns(Chooser(.everything) { _ in 0 }) == "abcabcabc")
    }

    @Test func newestFirstTurnsEachIterationRoundOrRunsOneTaskToItsEnd() throws {
        #expect(try turns(Chooser(.iteration) { $0.count - 1 }) == "cbaabccba")
        #expect(try turns(Chooser(.everything) { $0.count - 1 }) == "cccbbbaaa")
    }

    @Test func entriesSayWhoseTurnTheyAre() throws {
        let chooser = Chooser(.everything) { entries in
            (0..<entries.count).first { entries.task(at: $0) == 3 } ?? 0
        }
        #expect(try turns(chooser) == "bbbacacac")
        #expect(chooser.asked.prefix(3) == [[2, 3, 4], [2, 4, 3], [2, 4, 3]])
        #expect(chooser.asked.allSatisfy { $0.count > 1 })
    }

    @Test func choicesOutOfRangeAreTheNearestThatThereIs() throws {
        #expect(try turns(Chooser(.everything) { _ in 99 }) == "cccbbbaaa")
        #expect(try turns(Chooser(.everything) { _ in -1 }) == "abcabcabc")
    }

    @Test func sameChoicesSameTrace() throws {
        func trace() throws -> [TraceEvent.Kind] {
            var kinds: [TraceEvent.Kind] = []
            var shuffler = Shuffler(seed: 7)
            let loop = EventLoop(clock: .virtual, trace: .handler { kinds.append($0.kind) })
            defer { loop.close() }
            loop.orderSource = Chooser(.everything) { shuffler.next(below: $0.count) }
            try loop.run {
                let gate = Future<Void>()
                let tasks = (0..<9).map { index in
                    createTask {
                        try await sleep(for: .seconds(index % 3))
                        if index == 8 { try gate.setResult() } else { try await gate.value }
                    }
                }
                _ = try await gather(tasks)
            }
            return kinds
        }
        #expect(try trace() == trace())
    }
}
