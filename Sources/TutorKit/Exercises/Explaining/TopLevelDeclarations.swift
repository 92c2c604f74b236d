import Foundation

/// What a Swift file declares at its top level, read line by line: enough to tell a learner which function is missing.
struct TopLevelDeclarations {
    struct Declaration: Equatable {
        let name: String
        /// Without its body, as it is written.
        let text: String
        /// The same in one line: `func fetchAll(_ pages: [String]) async throws -> [String]`.
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
            let text = Self.text(lines[index...])
            let signature = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .replacing("( ", with: "(").replacing(" )", with: ")")
            found.append(Declaration(name: String(name), text: text, signature: signature, line: index + 1))
        }
        all = found
    }

    /// Up to the body, or to the value of a `let`.
    private static func text(_ lines: ArraySlice<Substring>) -> String {
        var text = ""
        for line in lines.prefix(12) {
            let end = line.firstIndex { $0 == "{" } ?? line.endIndex
            text += (text.isEmpty ? "" : "\n") + line[..<end]
            // One without a body ends with its line, unless a bracket is open.
            if end < line.endIndex || text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" }) { break }
        }
        return text.trimmingWhitespace
    }
}
