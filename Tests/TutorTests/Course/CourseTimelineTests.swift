import ConcurrencyKit
import Foundation
import LessonKit
import Testing

@testable import TutorKit

/// The timelines of every demo that is shipped.
@Suite struct CourseTimelineTests {
    private func traced(_ demo: LessonDemoTests.Case) async throws -> TracedRun {
        let run = try await TestCompiler.run(file: demo.demo.swiftFile)
        return TracedRun(title: "\(demo.lesson) \(demo.demo.name)", trace: run.trace)
    }

    /// Drawing and words are made from the same trace by different code, and read back by a third.
    @Test(arguments: LessonDemoTests.cases) func theWordsSayWhatTheDrawingShows(_ demo: LessonDemoTests.Case)
        async throws
    {
        let timeline = try await traced(demo).timeline
        let drawing = TimelineFacts(drawing: TimelineDrawing(timeline, width: 80, all: true).text)
        let axis = TimelineAxis(timeline, cells: 44)
        let words = TimelineFacts(sentences: TimelineSentences(timeline, all: true).text, on: axis)
        #expect(drawing.total == words.total)
        #expect(drawing.sumOfWaits == words.sumOfWaits)
        #expect(drawing.rows.count == words.rows.count && !drawing.rows.isEmpty)
        for (drawn, told) in zip(drawing.rows, words.rows) {
            #expect(isCut(drawn.name, of: told.name), "\(drawn) | \(told)")
            #expect(isCut(drawn.outcome, of: told.outcome), "\(drawn) | \(told)")
            // A turn may be hidden by the end of the task in the same cell.
            #expect(drawn.begin == told.begin, "\(drawn) | \(told)")
            #expect(drawn.end == told.end, "\(drawn) | \(told)")
            // A result that is taken in the cell of the end is not seen to be held.
            #expect(drawn.joined == (told.joined == told.end ? nil : told.joined), "\(drawn) | \(told)")
            // Of requests in the cell of the end, the line below the drawing tells.
            #expect(drawn.requests == told.requests.filter { $0 != told.end }, "\(drawn) | \(told)")
        }
    }

    /// "main tas..program" of "main task of the program".
    private func isCut(_ shown: String, of whole: String) -> Bool {
        if shown == whole { return true }
        guard let mark = shown.range(of: "..") else { return false }
        return whole.hasPrefix(shown[..<mark.lowerBound]) && whole.hasSuffix(shown[mark.upperBound...])
    }

    /// A line about folded siblings goes on four columns to the right, where it is too long for the screen.
    private func joined(_ rows: [String]) -> [String] {
        var whole: [String] = []
        for row in rows {
            let indent = row.prefix { $0 == " " }.count
            if let last = whole.last, last.drop(while: { $0 == " " }).hasPrefix("... "),
                indent == last.prefix(while: { $0 == " " }).count + 4
            {
                whole[whole.count - 1] += row.dropFirst(indent - 1)
            } else {
                whole.append(row)
            }
        }
        return whole
    }

    @Test(arguments: LessonDemoTests.cases)
    func everyLineFitsTheTerminalAndEveryTaskHasItsOutcomeInWords(_ demo: LessonDemoTests.Case) async throws {
        let run = try await traced(demo)
        let outcomes = TimelineFold(TimelineOutline(run.timeline)).items.map { item -> String in
            switch item {
            case .row(let row): row.outcomeWords(TimelineTime(clock: .virtual))
            case .rest(let rest): "\(rest.siblings) more"
            }
        }
        for width in [40, 60, 80, 120] {
            for glyphs in [TimelineGlyphs.ascii, .unicode] {
                let forms = [TimelineView.Form.lanes, .steps, .tree(.end), .tree(.time(1_000_000_000))].map {
                    TimelineView($0).styled(run, width: width, glyphs: glyphs)
                }
                let comparison = ComparisonDrawing(RunComparison(run, run), width: width, glyphs: glyphs).styled
                for line in (forms + [comparison]).flatMap(\.lines) {
                    #expect(line.width <= width, "\(width): \(line.plain)")
                    #expect(line.plain.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
                }
                let lanes = forms[0].plain.split(separator: "\n", omittingEmptySubsequences: false)
                let rows = lanes.dropFirst(width < TimelineDrawing.leastWidth ? 0 : 2).prefix { !$0.isEmpty }
                let whole = joined(rows.map(String.init))
                #expect(whole.count == outcomes.count)
                for (row, outcome) in zip(whole, outcomes) {
                    // The first word is never cut.
                    let word = outcome.prefix { $0 != " " }
                    #expect(row.contains(word), "\(width): \(row) should say \(outcome)")
                }
            }
        }
    }

    /// Box characters are a translation: the same cells, one for one.
    @Test(arguments: LessonDemoTests.cases)
    func unicodeIsAsciiInOtherCharacters(_ demo: LessonDemoTests.Case) async throws {
        let timeline = try await traced(demo).timeline
        let ascii = TimelineDrawing(timeline, glyphs: .ascii).text
        let unicode = TimelineDrawing(timeline, glyphs: .unicode).text
        let words = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(\.count) }
        let rows = ascii.components(separatedBy: "\n\n")[0] + "\n"
        let others = unicode.components(separatedBy: "\n\n")[0] + "\n"
        #expect(words(rows) == words(others))
    }

    /// What Perfetto and browsers open is well formed.
    @Test(arguments: LessonDemoTests.cases.filter { $0.demo.name == Demo.mainName })
    func everyMainDemoHasAPictureAndATableThatParse(_ demo: LessonDemoTests.Case) async throws {
        let run = try await traced(demo)
        let perfetto = try JSONSerialization.jsonObject(with: Data(TimelineView(.perfetto).text(of: run).utf8))
        let events = try #require((perfetto as? [String: Any])?["traceEvents"] as? [[String: Any]])
        #expect(events.count > run.trace.count / 2)
        var open: [Int: [String]] = [:]
        for event in events {
            guard let thread = event["tid"] as? Int, let name = event["name"] as? String else { continue }
            switch event["ph"] as? String {
            case "B": open[thread, default: []].append(name)
            case "E": #expect(open[thread]?.popLast() == name, "slices nest")
            default: break
            }
        }
        #expect(open.values.filter { !$0.isEmpty }.isEmpty)
        let rows = TimelineView(.csv).text(of: run).split(separator: "\n")
        #expect(rows.count == run.trace.count + 1)
        let record = try JSONDecoder().decode(TimelineRecord.self, from: Data(TimelineView(.json).text(of: run).utf8))
        #expect(record == TimelineRecord(run))
    }
}
