import Foundation
import LessonKit
import Testing

/// An article, taken apart into what can be run.
struct Article: Sendable {
    enum Language: String { case swift, python }

    struct Program: Sendable, CustomTestStringConvertible {
        /// "Cancellation.md:19".
        let place: String
        let language: Language
        let text: String
        let output: String
        var testDescription: String { place }
    }

    private(set) var programs: [Program] = []
    private(set) var manifests: [String] = []
    /// Blocks that nothing checks, as sentences.
    private(set) var problems: [String] = []

    init(named name: String) throws {
        let text = try Repository.text(of: DocumentationTests.catalog.appendingPathComponent(name))
        self.init(text, name: name)
    }

    init(_ text: String, name: String) {
        var waiting: [(place: String, language: Language, text: String)] = []
        let blocks = Article.code(in: MarkdownDocument(parsing: text, file: name).blocks)
        for (info, text, position) in blocks {
            let place = "\(name):\(position.line)"
            switch (info, Language(rawValue: info)) {
            case ("text", _):
                if waiting.isEmpty { problems.append("\(place): output of no program") }
                programs += waiting.map { .init(place: $0.place, language: $0.language, text: $0.text, output: text) }
                waiting = []
            case (_, .swift) where text.contains("import PackageDescription\n"):
                manifests.append(text)
            case (_, .swift?) where !text.contains("import ConcurrencyKit\n"):
                problems.append("\(place): not a whole program: it does not import ConcurrencyKit")
            case (_, let language?):
                waiting.append((place, language, text))
            default:
                problems.append("\(place): a block of '\(info)', which nothing checks: write swift, python or text")
            }
        }
        problems += waiting.map { "\($0.place): a program without its output in a text block" }
        let fences = text.split(separator: "\n").filter { $0.contains("```") }.count
        if fences != 2 * blocks.count { problems.append("\(name): a fence that is part of no block of code") }
    }

    private typealias Code = (info: String, text: String, position: SourcePosition)

    private static func code(in blocks: [Block]) -> [Code] {
        blocks.flatMap { block -> [Code] in
            switch block.kind {
            case .code(let info, let text): return [(info, text, block.position)]
            case .quote(let inner): return code(in: inner)
            case .list(let list): return list.items.flatMap { code(in: $0.blocks) }
            default: return []
            }
        }
    }
}
