/// `<!-- question id=gather-order kind=predict ask=lines points=2 -->`, read.
struct Directive {
    let name: String
    let position: SourcePosition
    private(set) var values: [String: Value] = [:]

    struct Value {
        let text: String
        /// Where the value stands, or its opening quote.
        let position: SourcePosition
    }

    subscript(key: String) -> Value? { values[key] }
}

/// What a comment in a lesson can be.
enum Comment {
    case directive(Directive)
    /// `<!-- note: … -->`: the authors' own, never shown.
    case note
    case malformed([Diagnostic])

    /// `source` is the comment as it stands, beginning at `position`'s line; its lines begin in column 1.
    /// `rules` are the directives that may stand there.
    init(_ source: String, at position: SourcePosition, rules: [DirectiveRule] = DirectiveRule.all) {
        var scanner = DirectiveScanner(source, at: position)
        guard let (name, namePosition) = scanner.takeName() else {
            self = .malformed([
                Diagnostic(at: position, "empty comment; a comment is a directive or begins with 'note:'")
            ])
            return
        }
        if name == "note:" || name.hasPrefix("note:") {
            self = .note
            return
        }
        guard let rule = rules.first(where: { $0.name == name }) else {
            let names = rules.map(\.name)
            let hint = Suggestion.nearest(to: name, among: names + ["note:"]).map { "did you mean '\($0)'?" }
            self = .malformed([
                Diagnostic(
                    at: namePosition,
                    "unknown directive '\(name)'; "
                        + (hint
                            ?? "known are \(names.joined(separator: ", ")); a comment for authors begins with 'note:'")
                )
            ])
            return
        }
        var directive = Directive(name: name, position: position)
        var diagnostics: [Diagnostic] = []
        while let entry = scanner.takeEntry() {
            switch entry {
            case .failure(let diagnostic): diagnostics.append(diagnostic)
            case .success(let (key, keyPosition, value)):
                if let problem = directive.add(key, value, rule: rule) {
                    diagnostics.append(Diagnostic(at: keyPosition, problem))
                }
            }
        }
        // One mistake in the grammar would only be followed by false reports of missing keys.
        if diagnostics.isEmpty { diagnostics = directive.check(rule) }
        self = diagnostics.isEmpty ? .directive(directive) : .malformed(diagnostics)
    }
}

extension Directive {
    /// What is wrong with the key, if anything is.
    fileprivate mutating func add(_ key: String, _ value: Value, rule: DirectiveRule) -> String? {
        let known = rule.keys.map(\.name)
        guard known.contains(key) else {
            return "unknown key '\(key)' of directive '\(name)'"
                + Suggestion.clause(for: key, among: known, otherwise: "; known are \(known.joined(separator: ", "))")
        }
        guard values[key] == nil else { return "key '\(key)' is given twice" }
        values[key] = value
        return nil
    }

    fileprivate func check(_ rule: DirectiveRule) -> [Diagnostic] {
        rule.keys.compactMap { key in
            if let condition = key.onlyWith, values[condition.key]?.text != condition.value {
                return values[key.name].map {
                    Diagnostic(
                        at: $0.position,
                        "key '\(key.name)' is only for questions with \(condition.key)=\(condition.value)"
                    )
                }
            }
            if key.isRequired, values[key.name] == nil {
                return Diagnostic(at: position, "directive '\(name)' needs the key '\(key.name)='")
            }
            return nil
        }
    }
}

/// Reads the words of a comment with their positions.
private struct DirectiveScanner {
    private let text: [Unicode.Scalar]
    private let start: SourcePosition
    private var at = 0
    private var line: Int
    private var lineStart = 0
    private let end: Int

    init(_ source: String, at position: SourcePosition) {
        text = Array(source.unicodeScalars)
        start = position
        line = position.line
        at = position.column - 1 + 4
        end = text[...].endOfFirst("-->").map { $0 - 3 } ?? text.count
    }

    private var position: SourcePosition { SourcePosition(file: start.file, line: line, column: at - lineStart + 1) }

    private mutating func skipWhitespace() {
        while at < end, text[at].isASCIIWhitespace {
            at += 1
            if text[at - 1] == "\n" {
                line += 1
                lineStart = at
            }
        }
    }

    private mutating func takeWhile(_ isTaken: (Unicode.Scalar) -> Bool) -> String {
        let first = at
        while at < end, isTaken(text[at]) { at += 1 }
        return text[first..<max(first, at)].string
    }

    mutating func takeName() -> (String, SourcePosition)? {
        skipWhitespace()
        guard at < end else { return nil }
        let position = position
        return (takeWhile { !$0.isASCIIWhitespace }, position)
    }

    /// The next `key=value`; nil at the end.
    mutating func takeEntry() -> Result<(String, SourcePosition, Directive.Value), Diagnostic>? {
        skipWhitespace()
        guard at < end else { return nil }
        let keyPosition = position
        let key = takeWhile { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" }
        guard !key.isEmpty, at < end, text[at] == "=" else {
            let word = key + takeWhile { !$0.isASCIIWhitespace }
            return .failure(Diagnostic(at: keyPosition, "expected key=value, found '\(word)'"))
        }
        at += 1
        let valuePosition = position
        let value: String
        if at < end, text[at] == "\"" {
            at += 1
            value = takeWhile { $0 != "\"" && $0 != "\n" }
            guard at < end, text[at] == "\"" else {
                return .failure(Diagnostic(at: valuePosition, "the quote before '\(value)' is never closed"))
            }
            at += 1
        } else {
            value = takeWhile { !$0.isASCIIWhitespace && !"\"'=<>`".unicodeScalars.contains($0) }
        }
        if at < end, !text[at].isASCIIWhitespace {
            let rest = takeWhile { !$0.isASCIIWhitespace }
            return .failure(
                Diagnostic(
                    at: valuePosition,
                    "'\(value)\(rest)' is no value; put values with such characters in double quotes"
                )
            )
        }
        guard !value.isEmpty else { return .failure(Diagnostic(at: valuePosition, "key '\(key)' has no value")) }
        return .success((key, keyPosition, Directive.Value(text: value, position: valuePosition)))
    }
}
