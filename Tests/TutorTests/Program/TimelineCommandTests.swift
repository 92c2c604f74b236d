import Foundation
import Testing

/// `tutor timeline`, `tutor tree` and `tutor compare`, headless.
@Suite struct TimelineCommandTests {
    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func tutor(_ arguments: String...) async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(arguments, environment: home.environment)
    }

    @Test func aDemoIsDrawnAndItsOwnOutputIsNot() async throws {
        let ended = try await tutor("timeline", "gather")
        #expect(ended.output.hasPrefix("virtual ms        0         1000"))
        #expect(ended.output.hasSuffix("total 3000 ms   sum of waits 6000 ms\n"))
        #expect(ended.error == "" && ended.status == 0)
    }

    @Test func everyFormIsPrinted() async throws {
        #expect(try await tutor("timeline", "gather", "--steps").output.hasPrefix("step "))
        #expect(try await tutor("timeline", "gather", "failure", "--text").output.hasPrefix("Summary: 5 tasks"))
        #expect(try await tutor("timeline", "gather", "--csv").output.hasPrefix("seq,time_ns,"))
        #expect(try await tutor("timeline", "gather", "--mermaid").output.hasPrefix("sequenceDiagram\n"))
        let json = try await tutor("timeline", "gather", "--json").output
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
        #expect(try await tutor("timeline", "gather", "--accessible").output.hasPrefix("Summary: "))
        #expect(try await tutor("timeline", "gather", "--unicode", "--color", "always").output.contains("\u{1B}[32m✓"))
    }

    @Test func filesAreWrittenAndStrangersFilesAreLeftAlone() async throws {
        let picture = "\(home.path)/gather.svg"
        #expect(try await tutor("timeline", "gather", "--svg", picture).status == 0)
        #expect(try await tutor("timeline", "gather", "--svg", picture).status == 0)
        #expect(try String(contentsOfFile: picture, encoding: .utf8).hasPrefix("<svg "))
        let trace = "\(home.path)/gather.json"
        #expect(try await tutor("timeline", "gather", "--perfetto", trace).status == 0)
        _ = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: trace)))
        try home.write("mine", to: "mine.svg")
        let refused = try await tutor("timeline", "gather", "--svg", "\(home.path)/mine.svg")
        #expect(refused.status == 2 && refused.error.contains("it was left alone"))
        let nowhere = try await tutor("timeline", "gather", "--svg", "\(home.path)/no/such/x.svg")
        #expect(nowhere.status == 4 && nowhere.error.contains("there is no folder"))
    }

    @Test func aRecordedTraceIsShownWithoutRunningAnything() async throws {
        let file = "\(home.path)/trace.jsonl"
        try home.write(
            """
            {"format":"concurrencykit/trace/v1","clock":"virtual"}
            {"seq":1,"time":0,"real":0,"task":1,"event":"created","name":"Task-1"}
            {"seq":2,"time":0,"real":0,"task":1,"event":"started"}
            {"seq":3,"time":0,"real":0,"task":1,"event":"suspended","on":"sleep","until":2000000}
            {"seq":4,"time":2000000,"real":0,"task":1,"event":"resumed"}
            {"seq":5,"time":2000000,"real":0,"task":1,"event":"finished","outcome":"value","value":"7"}

            """,
            to: "trace.jsonl"
        )
        let ended = try await tutor("timeline", "--trace", file)
        #expect(ended.output.contains("main              #-|"))
        #expect(ended.output.contains("returned 7\n"))
        let tree = try await tutor("tree", "--trace", file, "--at", "1ms")
        #expect(tree.output == "at 1 ms, after step 1\nmain  waiting in sleep until 2 ms\n")
        let same = try await tutor("compare", "--trace", file, "--trace", file)
        #expect(same.output.hasSuffix("Both runs did the same.\n") && same.status == 0)
        let missing = try await tutor("timeline", "--trace", "\(file).gone")
        #expect(missing.status == 2 && missing.error.contains("there is no such file"))
    }

    @Test func twoDemosStandBesideEachOther() async throws {
        let ended = try await tutor("compare", "coroutines", "sequential", "together")
        #expect(ended.output.hasPrefix("coroutines sequential "))
        #expect(ended.output.contains("coroutines sequential  5000 ms       5000 ms       1x\n"))
        #expect(ended.output.contains("coroutines together    3000 ms       5000 ms     1.7x\n"))
        #expect(ended.output.contains("First difference, event 4:"))
        #expect(ended.status == 0)
    }

    @Test func twoOrdersOfOneProgramDifferWhereTheyPart() async throws {
        try home.write(
            """
            import ConcurrencyKit

            try run(clock: .virtual) {
                let tasks = (1...5).map { number in createTask { number } }
                for task in tasks { _ = try await task.value }
            }
            """,
            to: "order.swift"
        )
        let file = "\(home.path)/order.swift"
        let orders = try await tutor("compare", "--file", file, "--seed", "1", "--seed", "2", "--text")
        #expect(orders.output.contains("First difference, event "), "\(orders)")
        #expect(orders.output.contains("order.swift --seed 1: total 0 ms"))
    }

    @Test(arguments: [
        ["timeline"], ["timeline", "gather", "--svg"], ["timeline", "gather", "--text", "--csv"],
        ["timeline", "gather", "nosuch"], ["timeline", "nosuch"], ["timeline", "gather", "demo", "more"],
        ["timeline", "gather", "--file", "x.swift"], ["tree", "gather", "--at", "soon"],
        ["tree", "gather", "--step", "0"], ["tree", "gather", "--at", "1ms", "--step", "1"], ["compare", "gather"],
        ["compare", "gather", "demo"], ["compare", "gather", "--seed", "1", "--seed", "2", "--seed", "3"],
    ])
    func whatCannotBeUnderstoodEndsWithTwo(_ arguments: [String]) async throws {
        let ended = try await TutorProcess.tutor(arguments, environment: home.environment)
        #expect(ended.status == 2 && ended.output == "" && !ended.error.isEmpty, "\(arguments): \(ended)")
    }

    @Test func aProgramThatFailsIsDrawnAndEndsWithOne() async throws {
        try home.write(
            """
            import ConcurrencyKit

            struct NoDisk: Error {}
            try run(clock: .virtual) {
                try await sleep(for: .seconds(1))
                throw NoDisk()
            }
            """,
            to: "fails.swift"
        )
        let ended = try await tutor("timeline", "--file", "\(home.path)/fails.swift")
        #expect(ended.output.contains("threw NoDisk"))
        #expect(ended.error.contains("nobody caught"))
        #expect(ended.status == 1)
    }

    @Test func aProgramWithoutTheKitsLoopSaysThatThereIsNothingToDraw() async throws {
        try home.write("import ConcurrencyKit\nprint(1)\n", to: "plain.swift")
        let ended = try await tutor("timeline", "--file", "\(home.path)/plain.swift")
        #expect(ended.error.contains("left no trace") && ended.status == 1 && ended.output == "")
    }
}
