/// A language whose listings are shown in colours.
public enum CodeLanguage: String, Sendable, CaseIterable {
    case swift, python

    /// - Parameter info: what stands behind the fence of a listing: "swift", "Python title=…".
    public init?(info: String) {
        switch info.prefix(while: { !$0.isWhitespace }).lowercased() {
        case "swift": self = .swift
        case "python", "py": self = .python
        default: return nil
        }
    }

    /// The source in pieces; together they are the source, character by character.
    public func tokens(_ source: String) -> [CodeToken] {
        switch self {
        case .swift: SwiftLexer.tokens(source)
        case .python: PythonLexer.tokens(source)
        }
    }

    /// The lines of the source, sanitised. Their plain text is the sanitised source.
    public func styled(_ source: String) -> [StyledLine] {
        var lines: [[StyledSpan]] = [[]]
        for token in tokens(Sanitizer.text(source)) {
            for (index, part) in token.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(StyledSpan(String(part), token.kind.style)) }
            }
        }
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { StyledLine($0) }
    }
}

/// A piece of a program.
public struct CodeToken: Sendable, Equatable {
    public enum Kind: Sendable {
        case plain, keyword, string, number, typeName, comment
    }

    public let kind: Kind
    public internal(set) var text: String
}

extension CodeToken.Kind {
    var style: TextStyle {
        switch self {
        case .plain: []
        case .keyword: .keyword
        case .string: .string
        case .number: .number
        case .typeName: .typeName
        case .comment: .comment
        }
    }
}
