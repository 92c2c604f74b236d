import ConcurrencyKit
import Foundation
import Testing

/// What holds of the export of every trace, whatever ran and in whatever order.
@Suite struct ExportPropertiesTests {
    private static let orders: [LoopOrder] = [.fifo] + (1...10).map { .shuffled(seed: $0) }

    @Test(arguments: ExportedProgram.all, orders)
    func nothingOfARunIsLost(_ program: ExportedProgram, _ order: LoopOrder) throws {
        let events = program.trace(order: order)
        let tasks = Set(events.map(\.task)).subtracting([0])
        #expect(!tasks.isEmpty)

        let lines = TraceExport.text(events).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == events.count)

        let json = TraceExport.perfetto(events)
        let file = try PerfettoFile(json)
        #expect(file.violations == [])
        #expect(Set(file.threadNames.keys) == tasks)
        let closings = try numbers(in: json, /"args":\{"closed":([0-9]+)\}/)
        #expect((file.traceEvents.compactMap { $0.args?.seq } + closings).sorted() == events.map(\.seq))
        #expect(file.slices == Self.slices(events, names: file.slices.map(\.name)))

        let diagram = try MermaidLines(TraceExport.mermaid(events))
        #expect(diagram.violations == [])
        #expect(tasks.allSatisfy { diagram.participants["task\($0)"] != nil })
        let kinds = events.map { Kind($0.kind) }
        #expect(diagram.creations == kinds.count { $0 == .creation })
        #expect(diagram.requests == kinds.count { $0 == .request })
        #expect(diagram.turns == kinds.count { $0 == .turn })
        #expect(diagram.notes == kinds.count { $0 == .other })
    }

    /// Also of one that was cut off, mixed up, or made by somebody who means no good.
    @Test(arguments: 1...200 as ClosedRange<UInt64>) func anyListOfEventsIsExported(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let events = (1...40).map { TraceEvent.random(seq: $0, from: &random) }
        #expect(try PerfettoFile(TraceExport.perfetto(events, processName: "\"\n")).violations == [])
        #expect(try MermaidLines(TraceExport.mermaid(events)).violations == [])
        let text = TraceExport.text(events)
        #expect(text.unicodeScalars.count { $0 == "\n" } == events.count)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }

    /// Every beginning of a trace is that of a program that was killed.
    @Test(arguments: ExportedProgram.all) func aTraceMayEndAnywhere(_ program: ExportedProgram) throws {
        let events = program.trace()
        for length in 0...events.count {
            let beginning = Array(events.prefix(length))
            #expect(try PerfettoFile(TraceExport.perfetto(beginning)).violations == [])
            #expect(try MermaidLines(TraceExport.mermaid(beginning)).violations == [])
            #expect(TraceExport.text(beginning).count { $0 == "\n" } == length)
        }
    }

    @Test(arguments: ExportedProgram.all) func theSameProgramGivesTheSameTexts(_ program: ExportedProgram) {
        let (once, again) = (program.trace(), program.trace())
        #expect(TraceExport.text(once) == TraceExport.text(again))
        #expect(TraceExport.perfetto(once) == TraceExport.perfetto(again))
        #expect(TraceExport.mermaid(once) == TraceExport.mermaid(again))
    }

    @Test(arguments: HostileNames.all) func everyNameIsShownAndBreaksNothing(_ name: String) throws {
        let kinds: [TraceEvent.Kind] = [
            .created(name: name, parent: nil, scope: nil), .started, .cancelRequested(by: 1, message: name),
            .note(.leftTheLoop, name), .finished(.error(type: name, description: name + name)),
        ]
        let events = kinds.enumerated().map { index, kind in
            TraceEvent(seq: index + 1, time: 0, realTime: 0, task: 1, kind: kind)
        }
        let file = try PerfettoFile(TraceExport.perfetto(events, processName: name))
        #expect(file.violations == [])
        let diagram = try MermaidLines(TraceExport.mermaid(events))
        #expect(diagram.violations == [])
        let isBlank = name.allSatisfy(\.isWhitespace)
        let shown = try #require(file.threadNames[1])
        #expect(shown.unicodeScalars.starts(with: (isBlank ? "task 1" : name).unicodeScalars))
        let text = TraceExport.text(events)
        #expect(text.count { $0 == "\n" } == events.count)
        // On a line as in the log.
        let line = text.dropFirst("0 ms  ".count).prefix { $0 != "\n" }
        #expect("\(diagram.participants["task1"] ?? "") is created" == line)
    }

    // MARK: What the trace itself says

    private enum Kind {
        case creation, request, turn, ready, other

        init(_ kind: TraceEvent.Kind) {
            switch kind {
            case .created(_, _?, _): self = .creation
            case .cancelRequested: self = .request
            case .started, .resumed: self = .turn
            case .ready: self = .ready
            default: self = .other
            }
        }
    }

    /// Each task's states, from one event to the next; what a slice is called is not compared.
    private static func slices(_ events: [TraceEvent], names: [String]) -> [PerfettoFile.Slice] {
        var slices: [PerfettoFile.Slice] = []
        for (index, event) in events.enumerated() {
            let category: String
            switch event.kind {
            case .ready: category = "ready"
            case .started, .resumed: category = "running"
            case .suspended: category = "waiting"
            default: continue
            }
            let next = events[(index + 1)...].first { $0.task == event.task && $0.changesState }
            slices.append(
                PerfettoFile.Slice(
                    thread: event.task,
                    category: category,
                    name: slices.count < names.count ? names[slices.count] : "",
                    begin: Double(event.time) / 1_000,
                    end: Double((next ?? events[events.count - 1]).time) / 1_000
                )
            )
        }
        return slices
    }

    private func numbers(in json: String, _ pattern: Regex<(Substring, Substring)>) throws -> [Int] {
        try json.matches(of: pattern).map { try #require(Int($0.1)) }
    }
}

extension TraceEvent {
    fileprivate var changesState: Bool {
        switch kind {
        case .ready, .started, .resumed, .suspended, .finished: true
        default: false
        }
    }

    fileprivate static func random(seq: Int, from random: inout SplitMix64) -> TraceEvent {
        let name = HostileNames.all.randomElement(using: &random) ?? ""
        func number() -> Int { [-1, 0, 1, 2, 3, 4, .max, .min].randomElement(using: &random) ?? 0 }
        let waits: [Wait] = [
            .turn, .sleep(until: Int64(number())), .task(number()), .future(number()), .scope(number()), .thread,
            .native,
        ]
        let scopes: [Scope] = [.gather, .group, .timeout, .shield, .wait]
        let kinds: [Kind] = [
            .created(name: name, parent: number(), scope: number()), .created(name: name, parent: nil, scope: nil),
            .renamed(name), .ready, .started, .started, .resumed, .resumed,
            .cancelRequested(by: number(), message: name),
            .cancelRequested(by: nil, message: nil), .suspended(on: waits.randomElement(using: &random) ?? .turn),
            .finished(.value(name)), .finished(.error(type: name, description: name)),
            .finished(.cancelled(message: name)),
            .scopeOpened(
                id: number(),
                scope: scopes.randomElement(using: &random) ?? .gather,
                members: [number(), number()],
                deadline: Int64(number())
            ),
            .scopeClosed(id: number()), .note(.deadlock, name),
        ]
        return TraceEvent(
            seq: seq,
            time: random.next() % 9 == 0 ? Int64(number()) : Int64(random.next() % 9_000_000),
            realTime: 0,
            task: number(),
            kind: kinds.randomElement(using: &random) ?? .ready,
            location: random.next() % 2 == 0 ? nil : SourceLocation(file: name, line: number())
        )
    }
}
