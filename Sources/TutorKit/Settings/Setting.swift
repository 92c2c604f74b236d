import LessonKit

/// What a learner can choose for good. This table is the only list: the file, the command and its help are read from it.
public enum Setting: String, CaseIterable, Sendable {
    case colour, unicode, accessible, pager, editor

    /// One line for the list.
    public var summary: String {
        switch self {
        case .colour: "colours: auto, always or never"
        case .unicode: "drawings in box characters: auto, always or never"
        case .accessible: "for a screen reader, nothing drawn: auto, on or off"
        case .pager: "long texts: auto (page by page), off, or a command for `tutor show`"
        case .editor: "the command that `edit` starts: auto ($VISUAL, $EDITOR) or a command"
        }
    }

    /// What is taken when nothing is chosen.
    public static let usual = "auto"

    /// The values that can be chosen; a command's words are anybody's.
    public var choices: [String] {
        switch self {
        case .colour, .unicode: ["auto", "always", "never"]
        case .accessible: ["auto", "on", "off"]
        case .pager: ["auto", "off"]
        case .editor: ["auto"]
        }
    }

    var takesCommand: Bool { self == .pager || self == .editor }

    /// "colour", or "color" as it is spelled elsewhere.
    public init?(name: some StringProtocol) {
        let name = name.lowercased()
        self.init(rawValue: name == "color" ? "colour" : name)
    }

    /// Why this cannot be its value; nil if it can.
    func problem(with value: String) -> String? {
        if choices.contains(value) { return nil }
        if takesCommand {
            // It would not come back from the file as it was.
            let isPlain = !value.isEmpty && !value.contains(" #") && !value.contains(where: \.isNewline)
            return isPlain ? nil : "\(rawValue) is one line, without ' #'; found '\(value)'"
        }
        let words = choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
        return "\(rawValue) is \(words); found '\(value)'\(Suggestion.clause(for: value, among: choices))"
    }
}
