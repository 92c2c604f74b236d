import LessonKit

/// The words after a command, an option and what belongs to it at a time.
struct OptionLine {
    private var words: ArraySlice<Substring>

    init(_ text: String) { words = text.split(separator: " ")[...] }

    /// The next word.
    mutating func next() -> String? { words.popFirst().map(String.init) }

    /// What stands before the next option: a name may have spaces in it.
    mutating func value() -> String {
        let value = words.prefix { !$0.hasPrefix("--") }
        words = words.dropFirst(value.count)
        return value.joined(separator: " ")
    }
}

/// What is wrong with the words after a command, and what would be right.
public enum OptionProblem: Error, Equatable, CustomStringConvertible {
    case text(String)

    static func unknown(_ word: String, among known: [String], usage: String) -> OptionProblem {
        let kind = word.hasPrefix("-") ? "unknown option" : "no idea what to do with"
        let clause = Suggestion.clause(for: word, among: known)
        return .text("\(kind) '\(word)'\(clause.isEmpty ? "; usage" : "\(clause) Usage"): \(usage)")
    }

    public var description: String {
        switch self {
        case .text(let text): text
        }
    }
}
