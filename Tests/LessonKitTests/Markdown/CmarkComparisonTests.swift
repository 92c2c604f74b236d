import Foundation
import LessonKit
import Testing

/// The proof that the dialect is a part of CommonMark: what it accepts, it renders as cmark-gfm does.
@Suite(
    .enabled(
        if: CmarkGFM.python != nil,
        "needs Python with cmarkgfm: python3 -m venv /tmp/cmarkgfm-venv && /tmp/cmarkgfm-venv/bin/pip install cmarkgfm"
    )
)
struct CmarkComparisonTests {
    @Test func generatedDocumentsRenderAsCmarkRendersThem() throws {
        let documents = (0..<500).map { seed in
            var generator = MarkdownGenerator(seed: UInt64(seed))
            return generator.document()
        }
        let accepted = try compare(documents)
        #expect(accepted == documents.count, "the generator makes only documents that the dialect accepts")
    }

    @Test func noiseThatIsAcceptedRendersAsCmarkRendersIt() throws {
        let documents = (0..<20_000).map { seed in
            var generator = MarkdownGenerator(seed: UInt64(1_000_000 + seed))
            return generator.noise()
        }
        let accepted = try compare(documents)
        #expect(accepted > 1_000, "enough of the noise is of the dialect")
    }

    @Test func everyLessonRendersAsCmarkRendersIt() throws {
        let lessons = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Lessons")
        let folders = try FileManager.default.contentsOfDirectory(atPath: lessons.path).sorted()
        let texts = try folders.map { lessons.appending(path: "\($0)/lesson.md") }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(try compare(texts) == texts.count)
    }

    /// How many of the documents the dialect accepts. Records an issue for each that renders differently.
    private func compare(_ documents: [String]) throws -> Int {
        let parsed = documents.map { (text: $0, document: MarkdownDocument(parsing: $0, file: "x.md")) }
        let accepted = parsed.filter(\.document.diagnostics.isEmpty)
        let pages = try #require(CmarkGFM.render(accepted.map(\.text)))
        try #require(accepted.isEmpty || pages.count == accepted.count)
        var reported = 0
        for (page, (text, document)) in zip(pages, accepted) where reported < 10 {
            let html = HTMLRenderer.render(document.blocks)
            guard html != page else { continue }
            reported += 1
            let lines = zip(html.split(separator: "\n"), page.split(separator: "\n")).first { $0 != $1 }
            Issue.record(
                """
                The document \(text.debugDescription) gives
                  here:  \(lines?.0 ?? html[...])
                  cmark: \(lines?.1 ?? page[...])
                """
            )
        }
        return accepted.count
    }
}
