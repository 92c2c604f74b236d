import LessonKit

/// A line that names a command.
struct CommandLine: Equatable {
    let command: Command
    /// What follows the word, without the blanks around it.
    let rest: String

    /// Nil if the first word is no command's whole name. A colon before it is allowed.
    init?(_ line: String) {
        let (word, rest) = CommandLine.parts(line)
        guard let command = Command(word: word) else { return nil }
        (self.command, self.rest) = (command, rest)
    }

    private init(command: Command, rest: String) { (self.command, self.rest) = (command, rest) }

    /// Why a line names no command, and what to type instead.
    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// The same, and the beginning of a name is enough.
    static func reading(_ line: String) -> Result<CommandLine, Problem> {
        let (word, rest) = parts(line)
        switch CommandName(word) {
        case .found(let command): return .success(CommandLine(command: command, rest: rest))
        case .ambiguous(let commands):
            let names = commands.map(\.rawValue).joined(separator: ", ")
            return .failure(Problem(description: "'\(word)' could be \(names); type more of it"))
        case .whole(let command):
            return .failure(Problem(description: "for `\(command.rawValue)` type the whole word"))
        case .none:
            let isSwift = line.contains { "(=+*{".contains($0) } || Int(word) != nil
            let otherwise = isSwift ? "; for Swift type `try` before it" : "; help lists them"
            let commands = Command.allCases.map(\.rawValue)
            let clause = Suggestion.clause(for: word, among: commands, otherwise: otherwise)
            return .failure(Problem(description: "unknown command '\(word)'\(clause)"))
        }
    }

    private static func parts(_ line: String) -> (word: String, rest: String) {
        let line = line.drop { $0 == ":" || $0 == " " }
        let word = line.prefix { !$0.isWhitespace }
        return (String(word), line.dropFirst(word.count).trimmingWhitespace)
    }
}

/// What a word says about which command is meant: its name, or the beginning of it.
enum CommandName: Equatable {
    case found(Command)
    /// Several begin so.
    case ambiguous([Command])
    /// The beginning of a command that is never guessed at, because it takes something away.
    case whole(Command)
    case none

    init(_ word: some StringProtocol) {
        if let command = Command(word: word) {
            self = .found(command)
            return
        }
        let word = word.lowercased()
        let beginning = Command.allCases.filter { $0.rawValue.hasPrefix(word) }
        switch beginning.count {
        case _ where word.isEmpty: self = .none
        case 0: self = .none
        case 1: self = beginning[0] == .reset ? .whole(.reset) : .found(beginning[0])
        default: self = .ambiguous(beginning)
        }
    }
}
