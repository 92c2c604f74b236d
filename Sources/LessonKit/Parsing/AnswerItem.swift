/// One item of an Answer list, with its head read:
///
///     - B. right: feedback                          a choice
///     - wrong [reads-as-serial] "a / b": feedback   a foreseen answer, and the belief behind it
///     - wrong [last-first] when=reversed: feedback
///     - right 1s | 1000ms tolerance=10ms: feedback
///     - wrong: feedback                             whatever else is wrong
///     - F. wrong [id] instead=B: feedback           a line that does not belong, and the one that it tempts from
struct AnswerItem {
    let position: SourcePosition
    /// The letter of a choice.
    let letter: String?
    let isRight: Bool
    let misconception: String?
    /// The answers that the head names; between bars.
    let alternatives: [String]
    /// `when=`, `tolerance=` and `instead=`.
    let options: [String: String]
    let feedback: [Block]

    /// Whether an item is about a lettered choice or line.
    enum Letter {
        case none, required, optional
    }

    init(_ item: Block.Item, letter rule: Letter) throws(Diagnostic) {
        position = item.position
        func failure(_ message: String) -> Diagnostic { Diagnostic(at: item.position, message) }
        guard let first = item.blocks.first, case .paragraph(let inlines) = first.kind else {
            throw failure("an item of the answer begins with 'right:' or 'wrong:'")
        }
        var head = AnswerHead()
        if let problem = head.read(inlines) { throw failure(problem) }

        var tokens = head.tokens[...]
        letter = rule == .none ? nil : tokens.first?.letter
        if letter != nil {
            tokens = tokens.dropFirst()
        } else if rule == .required {
            throw failure("an item of this answer begins with a choice's letter, such as 'A. right:'")
        }
        guard case .word(let verdict)? = tokens.popFirst(), verdict == "right" || verdict == "wrong" else {
            throw failure("an item of the answer begins with '\(letter.map { "\($0). " } ?? "")right' or '…wrong'")
        }
        isRight = verdict == "right"

        var arguments = AnswerArguments()
        for token in tokens {
            if let problem = arguments.add(token) { throw failure(problem) }
        }
        if let problem = arguments.finish() { throw failure(problem) }
        misconception = arguments.misconception
        options = arguments.options

        let text: [Block] = head.rest.isEmpty ? [] : [Block(.paragraph(head.rest), at: first.position)]
        var feedback = text
        var listings: [String] = []
        for block in item.blocks.dropFirst() {
            if case .code(info: "answer", let listing) = block.kind {
                listings.append(listing.last == "\n" ? String(listing.dropLast()) : listing)
            } else {
                feedback.append(block)
            }
        }
        alternatives = arguments.alternatives + listings
        self.feedback = feedback
        if feedback.isEmpty { throw failure("no feedback behind the ':'") }
        if isRight, misconception != nil { throw failure("a right answer has no misconception") }
    }
}

/// What stands before the colon, cut into tokens.
private struct AnswerHead {
    enum Token {
        case word(String)
        /// Between brackets.
        case id(String)
        /// Between quotes, or as code.
        case literal(String)
        case bar
        case option(key: String, value: String)

        /// "A" for the word "A.".
        var letter: String? {
            guard case .word(let word) = self, word.count == 2, word.hasSuffix("."),
                let letter = word.unicodeScalars.first, ("A"..."Z").contains(letter)
            else { return nil }
            return String(letter)
        }
    }

    private(set) var tokens: [Token] = []
    /// What follows the colon.
    private(set) var rest: [Inline] = []

    /// What is wrong with the head, if anything is.
    mutating func read(_ inlines: [Inline]) -> String? {
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .code(let code): tokens.append(.literal(code))
            case .softBreak: continue
            case .text(let text):
                switch read(text) {
                case .failure(let problem): return problem.message
                case .success(nil): continue
                case .success(let after?):
                    let remaining = after.drop { $0 == " " }
                    rest = (remaining.isEmpty ? [] : [.text(String(remaining))]) + inlines[(index + 1)...]
                    if case .softBreak? = rest.first { rest.removeFirst() }
                    return nil
                }
            case .link(let link):
                return "'[\(link.children.plainText)]' is a link here; rename the link definition or the misconception"
            default:
                return
                    "markup before the ':' of an answer; write an answer with such characters as code, in backticks"
            }
        }
        return "no ':' behind 'right' or 'wrong'; write '- right: feedback' or '- wrong [misconception]: feedback'"
    }

    private struct Problem: Error {
        let message: String
    }

    /// What follows the colon; nil if there is none in this text.
    private mutating func read(_ text: String) -> Result<Substring?, Problem> {
        var rest = text[...]
        func upTo(_ end: Character) -> Substring? {
            rest.dropFirst().firstIndex(of: end).map { rest[rest.index(after: rest.startIndex)..<$0] }
        }
        while let first = rest.first {
            switch first {
            case " ": rest.removeFirst()
            case ":": return .success(rest.dropFirst())
            case "|":
                tokens.append(.bar)
                rest.removeFirst()
            case "\"", "[":
                guard let inner = upTo(first == "[" ? "]" : "\"") else {
                    return .failure(
                        Problem(message: "'\(rest.prefix(40))' is not closed by '\(first == "[" ? "]" : "\"")'")
                    )
                }
                tokens.append(first == "[" ? .id(String(inner)) : .literal(String(inner)))
                rest = rest[inner.endIndex...].dropFirst()
            default:
                let word = rest.prefix { !" :|[\"".contains($0) }
                rest = rest[word.endIndex...]
                let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                tokens.append(
                    parts.count == 2 ? .option(key: String(parts[0]), value: String(parts[1])) : .word(String(word))
                )
            }
        }
        return .success(nil)
    }
}

/// Collects what follows `right` or `wrong`.
private struct AnswerArguments {
    private(set) var misconception: String?
    private(set) var alternatives: [String] = []
    private(set) var options: [String: String] = [:]
    /// The alternative under way: words, or one literal.
    private var words: [String] = []
    private var literal: String?
    private var isAfterBar = false

    /// What is wrong with the token, if anything is.
    mutating func add(_ token: AnswerHead.Token) -> String? {
        switch token {
        case .id(let id):
            guard misconception == nil else { return "two misconceptions in one item" }
            guard Identifier.isValid(id) else { return "'[\(id)]' is no misconception id; \(Identifier.rule)" }
            misconception = id
        case .option(let key, let value):
            let known = ["when", "tolerance", "instead"]
            guard known.contains(key) else {
                return "unknown key '\(key)'\(Suggestion.clause(for: key, among: known))"
            }
            guard options.updateValue(value, forKey: key) == nil else { return "key '\(key)' is given twice" }
        case .word(let word):
            guard literal == nil else { return "put '|' between two answers" }
            words.append(word)
        case .literal(let text):
            guard literal == nil, words.isEmpty else { return "put '|' between two answers" }
            literal = text
        case .bar:
            guard closeAlternative() else { return "no answer before '|'" }
            isAfterBar = true
        }
        return nil
    }

    mutating func finish() -> String? {
        closeAlternative() || !isAfterBar ? nil : "no answer behind '|'"
    }

    private mutating func closeAlternative() -> Bool {
        guard let alternative = literal ?? (words.isEmpty ? nil : words.joined(separator: " ")) else { return false }
        alternatives.append(alternative)
        (literal, words, isAfterBar) = (nil, [], false)
        return true
    }
}
