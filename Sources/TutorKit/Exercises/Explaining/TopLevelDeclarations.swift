import Foundation

/// What a Swift file declares at its top level, read line by line: enough to tell a learner which function is missing.
struct TopLevelDeclarations {
    struct Declaration: Equatable {
        let name: String
        /// Without its body, on one line: `func fetchAll(_ pages: [String]) async throws -> [String]`.
        let signature: String
        /// 1-based.
        let line: Int
    }

    let all: [Declaration]

    subscript(name: String) -> Declaration? { all.first { $0.name == name } }

    private static let keywords: Set = [
        "func", "class", "struct", "enum", "actor", "protocol", "let", "var", "typealias",
    ]
    private static let modifiers: Set = [
        "public", "final", "private", "fileprivate", "internal", "package", "nonisolated",
    ]

    init(_ text: String) {
        var found: [Declaration] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where line.first.map({ $0.isLetter || $0 == "@" }) ?? false {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let at = words.firstIndex(where: { Self.keywords.contains(String($0)) }),
                words[..<at].allSatisfy({ Self.modifiers.contains(String($0)) || $0.hasPrefix("@") }),
                at + 1 < words.count
            else { continue }
            let name = words[at + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            guard !name.isEmpty else { continue }
            found.append(
                Declaration(name: String(name), signature: Self.signature(lines[index...]), line: index + 1)
            )
        }
        all = found
    }

    /// Up to the body, or to the value of a `let`.
    private static func signature(_ lines: ArraySlice<Substring>) -> String {
        var words: [Substring] = []
        for line in lines.prefix(12) {
            let end = line.firstIndex { $0 == "{" } ?? line.endIndex
            words += line[..<end].split(whereSeparator: \.isWhitespace)
            if end < line.endIndex { break }
            // One without a body ends with its line, unless a bracket is open.
            let text = words.joined(separator: " ")
            if text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" }), !text.hasSuffix("->"),
                !(lines.dropFirst().first?.contains("->") ?? false)
            {
                break
            }
        }
        return words.joined(separator: " ")
    }
}
