import ConcurrencyKit
import Foundation
import Testing

@testable import TutorKit

/// Whole pictures as files, at every width and in both sets of characters: `Snapshots/`.
///
/// `RECORD_TRANSCRIPTS=1` writes them anew, and fails.
@Suite struct TimelineSnapshotTests {
    struct Story: Sendable, CustomTestStringConvertible {
        let name: String
        let trace: [TraceEvent]
        var testDescription: String { name }
    }

    static let stories = [
        Story(name: "gather", trace: Stories.gather), Story(name: "failing-group", trace: Stories.failingGroup),
        Story(name: "stubborn-timeout", trace: Stories.stubborn), Story(name: "crowd", trace: Stories.crowd(30)),
        Story(name: "scopes", trace: Stories.scopes), Story(name: "idle", trace: Stories.idle),
        Story(name: "names", trace: Stories.names),
    ]

    @Test(arguments: stories) func picturesAreAsTheyWere(_ story: Story) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots/\(story.name).txt")
        let shown = pictures(TracedRun(title: story.name, trace: story.trace))
        if ProcessInfo.processInfo.environment["RECORD_TRANSCRIPTS"] != nil {
            try shown.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(file.lastPathComponent): read it, then run without RECORD_TRANSCRIPTS")
            return
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == shown)
    }

    private func pictures(_ run: TracedRun) -> String {
        var text = ""
        func add(_ title: String, _ picture: String) { text += "== \(title)\n\(picture)\n" }
        for width in [40, 60, 80, 120] {
            for glyphs in [TimelineGlyphs.ascii, .unicode] {
                add("\(width) columns, \(glyphs)", TimelineView().styled(run, width: width, glyphs: glyphs).plain)
            }
        }
        add(
            "colours",
            TerminalText(TimelineView().styled(run, width: 80), colours: true).text.replacing("\u{1B}", with: "␛")
        )
        add("steps", TimelineView(.steps).text(of: run))
        add("steps, 40 columns, unicode", TimelineView(.steps).styled(run, width: 40, glyphs: .unicode).plain)
        add("tree at the end", TimelineView(.tree(.end)).text(of: run))
        let middle = TimelineView(.tree(.time(run.timeline.total / 2)))
        add("tree in the middle", middle.text(of: run))
        add("tree in the middle, 40 columns, unicode", middle.styled(run, width: 40, glyphs: .unicode).plain)
        add("text", TimelineView(.text).text(of: run))
        add("steps in words", TimelineView(.steps).spoken.text(of: run))
        add("tree in words", middle.spoken.text(of: run))
        return text
    }
}
