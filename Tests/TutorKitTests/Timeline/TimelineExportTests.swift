import ConcurrencyKit
import Foundation
import Testing

@testable import TutorKit

@Suite struct TimelineExportTests {
    @Test func aTableHasARowForEachEventAndQuotesWhatItMust() {
        var story = TraceScript()
        story.begin(1, "a,\"b\"")
        story.end(1, .value("=SUM(A1)"))
        let rows = TraceTable.csv(story.events).split(separator: "\n")
        #expect(rows.count == story.events.count + 1)
        #expect(rows[0].hasPrefix("seq,time_ns,task,event,name,"))
        #expect(rows[1].hasPrefix(#"1,0,1,created,"a,""b""","#))
        #expect(rows.last?.contains(",'=SUM(A1),") ?? false)
    }

    @Test func noFormBringsControlsToATerminal() {
        let run = TracedRun(title: "\u{1B}[2J\u{202E}", trace: Stories.hostile + Stories.names)
        let forms: [TimelineView.Form] = [
            .lanes, .steps, .text, .csv, .json, .mermaid, .svg, .tree(.end), .stepSentences,
            .treeSentences(.end),
        ]
        for form in forms {
            let text = TimelineView(form, all: true).text(of: run)
            #expect(Sanitizer.text(text) == text, "\(form)")
            #expect(text.hasSuffix("\n"))
        }
    }

    @Test func jsonIsReadBackAsItWas() throws {
        for trace in [Stories.scopes, Stories.names, Stories.hostile, []] {
            let run = TracedRun(title: "run", trace: trace)
            let record = try JSONDecoder().decode(TimelineRecord.self, from: Data(TimelineJSON.text(run).utf8))
            #expect(record == TimelineRecord(run))
        }
        let scopes = TimelineRecord(TracedRun(title: "", trace: Stories.scopes)).scopes
        #expect(scopes.map(\.kind) == ["timeout", "group", "timeout", "shield"])
        #expect(scopes.map(\.expired) == [nil, nil, 100_000_000, nil])
    }

    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "timeline-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test func anEarlierExportIsReplacedAndNothingElseIs() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/picture.svg"
        try ExportFile(path: path, text: TimelineSVG(TracedRun(title: "1", trace: Stories.gather)).text).write()
        let second = TimelineSVG(TracedRun(title: "2", trace: Stories.scopes)).text
        try ExportFile(path: path, text: second).write()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == second)
        try "my own work".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: ExportFile.Problem.isNoExport(path: path)) { try ExportFile(path: path, text: second).write() }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "my own work")
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        let file = ExportFile(path: "/nowhere/at/all/x.svg", text: "<svg")
        #expect {
            try file.write()
        } throws: {
            "\($0)" == "/nowhere/at/all/x.svg: cannot be written: there is no folder /nowhere/at/all"
        }
    }

    @Test func aRecordedTraceIsReadWithItsClock() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/trace.jsonl"
        let header = #"{"format":"concurrencykit/trace/v1","clock":"continuous"}"#
        let lines = [header] + Stories.gather.map(\.jsonLine) + [header] + Stories.scopes.map(\.jsonLine)
        try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
        let recorded = try RecordedRun(file: path)
        #expect(recorded.run.trace == Stories.scopes)
        #expect(recorded.run.timeline.clock == .continuous)
        #expect(recorded.problems == ["the trace holds 2 runs; this is the last of them"])
        #expect(throws: RecordedRun.Failure.notThere(path: "\(folder)/none")) {
            try RecordedRun(file: "\(folder)/none")
        }
        try "hello\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect {
            try RecordedRun(file: path)
        } throws: {
            "\($0)".contains("does not begin with the format")
        }
    }
}
