import ConcurrencyKit
import Foundation
import Testing

/// The file format `concurrencykit/trace/v1`, which other programs read.
@Suite struct TraceFormatTests {
    private static let place = SourceLocation(file: "demo/demo.swift", line: 5)
    private static let kinds: [TraceEvent.Kind] = [
        .created(name: "Task-1", parent: nil, scope: nil), .created(name: "a", parent: 1, scope: 2),
        .renamed("b"), .ready, .started, .resumed,
        .suspended(on: .turn), .suspended(on: .sleep(until: .max)), .suspended(on: .task(3)),
        .suspended(on: .future(4)), .suspended(on: .scope(5)), .suspended(on: .thread), .suspended(on: .native),
        .cancelRequested(by: nil, message: nil), .cancelRequested(by: 1, message: "stop"),
        .finished(.value("")), .finished(.value("7")), .finished(.error(type: "E", description: "broken")),
        .finished(.cancelled(message: nil)), .finished(.cancelled(message: "stop")),
        .scopeOpened(id: 1, scope: .gather, members: [], deadline: nil),
        .scopeOpened(id: 2, scope: .timeout, members: [1, 2], deadline: 99), .scopeClosed(id: 1),
        .note(.leftTheLoop, "left"), .note(.truncated, ""),
    ]

    @Test func lineIsFlatJSON() {
        let event = TraceEvent(
            seq: 3,
            time: 100_000_000,
            realTime: 81_234,
            task: 2,
            kind: .suspended(on: .sleep(until: 200_000_000)),
            location: Self.place
        )
        let line =
            #"{"seq":3,"time":100000000,"real":81234,"task":2,"event":"suspended","on":"sleep","#
            + #""until":200000000,"file":"demo/demo.swift","line":5}"#
        #expect(event.jsonLine == line)
    }

    @Test(arguments: kinds) func everyKindOfEventComesBackFromItsLine(kind: TraceEvent.Kind) throws {
        for location in [nil, Self.place] {
            let event = TraceEvent(seq: 1, time: -1, realTime: .max, task: 0, kind: kind, location: location)
            let line = Data(event.jsonLine.utf8)
            #expect(try JSONDecoder().decode(TraceEvent.self, from: line) == event)
            let encoded = try JSONEncoder().encode(event)
            #expect(try JSONDecoder().decode(TraceEvent.self, from: encoded) == event)
        }
    }

    @Test(arguments: [
        "", "\"quoted\"", "back\\slash", "two\nlines\r\n", "tab\t", "\u{0}\u{1}\u{1F}\u{7F}", "é 家 👩‍👩‍👧 \u{2028}",
        "</script>", "e\u{301}", "\"\\\n\u{0}",
    ])
    func anyTextSurvivesAndStaysOnOneLine(text: String) throws {
        let event = TraceEvent(
            seq: 1,
            time: 0,
            realTime: 0,
            task: 1,
            kind: .finished(.error(type: text, description: text))
        )
        let line = event.jsonLine
        #expect(!line.unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
        let decoded = try JSONDecoder().decode(TraceEvent.self, from: Data(line.utf8))
        guard case .finished(.error(let type, let description)) = decoded.kind else {
            Issue.record("decoded as \(decoded.kind)")
            return
        }
        // Scalar for scalar: Swift's == would not tell "é" from "e\u{301}".
        #expect(Array(type.unicodeScalars) == Array(text.unicodeScalars))
        #expect(Array(description.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: [
        #"{"seq":1,"time":0,"real":0,"task":1,"event":"exploded"}"#,
        #"{"seq":1,"time":0,"real":0,"task":1,"event":"suspended","on":"whim"}"#,
        #"{"seq":1,"time":0,"real":0,"task":1,"event":"finished","outcome":"maybe"}"#,
        #"{"seq":1,"time":0,"real":0,"task":1,"event":"created"}"#,
        #"{"seq":"one","time":0,"real":0,"task":1,"event":"ready"}"#,
        #"{"event":"ready"}"#,
    ])
    func unknownWordsAndMissingFieldsAreErrors(line: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TraceEvent.self, from: Data(line.utf8)) }
    }

    @Test func fileHasAHeaderAndOneEventALine() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        for _ in 0..<2 {
            let loop = EventLoop(clock: .virtual, trace: .file(file.path))
            try loop.run { try await sleep(for: .seconds(1)) }
            loop.close()
        }
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let header = #"{"format":"concurrencykit/trace/v1","clock":"virtual"}"#
        #expect(lines.filter { $0 == header }.count == 2)
        let events = try lines.filter { $0 != header }.map {
            try JSONDecoder().decode(TraceEvent.self, from: Data($0.utf8))
        }
        // Two runs of the same program: created, ready, started, suspended, ready, resumed, finished.
        #expect(events.map(\.seq) == Array(1...7) + Array(1...7))
    }

    @Test func traceFileThatCannotBeWrittenDoesNotStopTheProgram() throws {
        let loop = EventLoop(clock: .virtual, trace: .file("/no such directory/trace.jsonl"))
        #expect(try loop.run { 7 } == 7)
        loop.close()
    }
}
