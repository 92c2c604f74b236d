import ConcurrencyKit
import Foundation
import Testing

@testable import TutorKit

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct TimelineSVGTests {
    private func svg(_ trace: [TraceEvent]) -> String {
        TimelineSVG(TracedRun(title: "a <run> & more", trace: trace)).text
    }

    /// Reads XML, and notes what is in it.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var ids: [String] = []
        var text = ""

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements[name, default: 0] += 1
            if let id = attributes["id"] { ids.append(id) }
        }

        func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
    }

    private func read(_ xml: String) throws -> Reader {
        let parser = XMLParser(data: Data(xml.utf8))
        let reader = Reader()
        parser.delegate = reader
        try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")\n\(xml)")
        return reader
    }

    @Test(arguments: [
        Stories.gather, Stories.failingGroup, Stories.stubborn, Stories.scopes, Stories.idle, Stories.names,
        Stories.hostile, Stories.crowd(30), Stories.killed, Stories.instant, [],
    ])
    func itIsWellFormedAndHasATitleADescriptionAndNoScript(_ trace: [TraceEvent]) throws {
        let reader = try read(svg(trace))
        #expect(reader.elements["title"] == 1 && reader.elements["desc"] == 1)
        #expect(reader.elements["script"] == nil && reader.elements["foreignObject"] == nil)
        #expect(reader.text.contains("Timeline of a <run> & more"))
        #expect(reader.text.contains("End of timeline."))
        #expect(Set(reader.ids).count == reader.ids.count)
        let figure = TimelineSVG(TracedRun(title: "run", trace: trace), id: "t1").figure(caption: "a < b")
        #expect(try read(figure).elements["details"] == 1)
    }

    @Test func picturesOfDifferentRunsCanStandOnOnePage() throws {
        let page = ["gather", "gather failure", "timeouts"].map {
            TimelineSVG(TracedRun(title: $0, trace: Stories.gather)).text
        }
        let ids = try page.flatMap { try read($0).ids }
        #expect(Set(ids).count == ids.count && ids.contains("timeline-gather-failure-desc"))
    }

    @Test func aPictureIsNamedByItsTitleAndItsDescription() {
        let text = TimelineSVG(TracedRun(title: "gather", trace: Stories.gather), id: "g \"1").text
        #expect(text.contains(#"role="img" aria-labelledby="g1-title g1-desc""#))
        #expect(text.contains(#"<title id="g1-title">Timeline of gather</title>"#))
        #expect(text.contains("#g1 .run{"))
    }

    @Test func theSameRunGivesTheSameBytesAndNotMany() {
        #expect(svg(Stories.scopes) == svg(Stories.scopes))
        #expect(svg(Stories.gather).utf8.count < 6_000)
    }

    @Test func everyOutcomeIsThereInWords() throws {
        let text = try read(svg(Stories.failingGroup)).text
        for words in ["threw NetError", "cancelled +50", "asked to cancel", "result held", "joined by parent"] {
            #expect(text.contains(words))
        }
    }

    /// WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1, computed from the style sheet itself.
    @Test func everyColourCanBeReadOnItsPaper() throws {
        let sheets = SVGStyle.css(id: "x").split(separator: "\n").filter { $0.contains("--paper:") }
        #expect(sheets.count == 3)
        for sheet in sheets {
            let colours = Dictionary(
                uniqueKeysWithValues: sheet.matches(of: /--(\w+):#([0-9A-Fa-f]+)/).map { (String($0.1), String($0.2)) }
            )
            let paper = try #require(colours["paper"])
            for (name, colour) in colours where name != "paper" {
                #expect(contrast(colour, paper) >= 4.5, "\(name) \(colour) on \(paper)")
            }
        }
    }

    private func contrast(_ one: String, _ other: String) -> Double {
        let lights = [luminance(one), luminance(other)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func luminance(_ hex: String) -> Double {
        let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
        let value = Int(digits, radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
