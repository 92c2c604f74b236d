import Foundation

/// What a Swift file declares at its top level and in its types, read line by line: enough to tell a learner which
/// function is missing.
struct TopLevelDeclarations {
    struct Declaration: Equatable {
        /// That of a member is without its type.
        let name: String
        /// The type of which it is a member.
        var owner: String?
        /// Without its body, as it is written.
        let text: String
        /// The same in one line: `func fetchAll(_ pages: [String]) async throws -> [String]`.
        let signature: String
        /// 1-based.
        let line: Int

        var fullName: String { owner.map { "\($0).\(name)" } ?? name }
    }

    let all: [Declaration]
    /// Those of its types, and of extensions. Private ones, which nobody else can call, are left out.
    let members: [Declaration]

    subscript(name: String) -> Declaration? { all.first { $0.name == name } }

    private static let types: Set = ["class", "struct", "enum", "actor", "protocol", "extension"]
    private static let keywords: Set = types.union(["func", "let", "var", "typealias", "init", "case"])
    private static let modifiers: Set = [
        "public", "final", "private", "fileprivate", "internal", "package", "nonisolated", "static", "mutating",
        "convenience", "required", "override",
    ]

    init(_ text: String) {
        var all: [Declaration] = []
        var members: [Declaration] = []
        // The type in which the lines stand that are indented as its first one is.
        var owner: (name: String, indent: Int?)?
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.count
            if indent == 0, line.first == "}" { owner = nil }
            guard let first = line.dropFirst(indent).first, first.isLetter || first == "@" else { continue }
            if owner?.indent == nil { owner?.indent = indent }
            guard let head = Self.head(line) else { continue }
            if indent == 0 {
                if Self.types.contains(head.keyword) { owner = (head.name, nil) }
                guard head.keyword != "extension", head.keyword != "case" else { continue }
                all.append(Self.declaration(head.name, lines[index...], line: index + 1))
                if owner != nil, line.contains("}") { owner = nil }
            } else if let type = owner, type.indent == indent, !head.isPrivate {
                members.append(Self.declaration(head.name, owner: type.name, lines[index...], line: index + 1))
            }
        }
        (self.all, self.members) = (all, members)
    }

    /// The member that is there in place of another one: the same one if there is one, or else one of its name.
    func member(like wanted: Declaration) -> Declaration? {
        let named = members.filter { $0.owner == wanted.owner && $0.name == wanted.name }
        return named.first { $0.signature == wanted.signature } ?? named.first
    }

    private static func head(_ line: Substring) -> (keyword: String, name: String, isPrivate: Bool)? {
        let words = line.split(whereSeparator: \.isWhitespace)
        func keyword(_ word: Substring) -> String { String(word.prefix(while: \.isLetter)) }
        guard let at = words.firstIndex(where: { keywords.contains(keyword($0)) }),
            words[..<at].allSatisfy({ modifiers.contains(keyword($0)) || $0.hasPrefix("@") })
        else { return nil }
        let isPrivate = words[..<at].contains { $0 == "private" || $0 == "fileprivate" }
        if keyword(words[at]) == "init" { return ("init", "init", isPrivate) }
        guard at + 1 < words.count else { return nil }
        let name = words[at + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return name.isEmpty ? nil : (keyword(words[at]), String(name), isPrivate)
    }

    private static func declaration(
        _ name: String,
        owner: String? = nil,
        _ lines: ArraySlice<Substring>,
        line: Int
    ) -> Declaration {
        let text = text(lines)
        let signature = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing("( ", with: "(").replacing(" )", with: ")")
        return Declaration(name: name, owner: owner, text: text, signature: signature, line: line)
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
