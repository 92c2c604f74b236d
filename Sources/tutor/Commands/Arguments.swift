import ArgumentParser
import LessonKit

/// The words after `tutor`, put in the order that ArgumentParser understands.
struct Arguments {
    let words: [String]

    init(_ words: some Sequence<String>) { self.words = Array(words) }

    /// `tutor --lessons DIR list` is `tutor list --lessons DIR`: the course, and how it is shown, are chosen before what is
    /// done with it.
    ///
    /// - Throws: `ValidationError` for a word that is no subcommand.
    var inOrder: [String] {
        get throws {
            var course: [String] = []
            var rest = words[...]
            while let word = rest.first {
                if Arguments.withValue.contains(word), rest.count > 1 {
                    course += rest.prefix(2)
                    rest = rest.dropFirst(2)
                } else if Arguments.withValue.contains(where: { word.hasPrefix("\($0)=") })
                    || Arguments.withoutValue.contains(word)
                {
                    course.append(word)
                    rest = rest.dropFirst()
                } else {
                    break
                }
            }
            guard let name = rest.first, !name.hasPrefix("-") else { return course + rest }
            let names = Tutor.configuration.subcommands.map { $0._commandName } + ["help"]
            guard names.contains(name) else {
                let otherwise = "; tutor --help lists what there is"
                let clause = Suggestion.clause(for: name, among: names, otherwise: otherwise)
                throw ValidationError("there is no 'tutor \(name)'\(clause)")
            }
            return [name] + course + rest.dropFirst()
        }
    }

    /// What every subcommand takes.
    private static let withValue = ["--lessons", "--color", "--colour"]
    private static let withoutValue = ["--ascii", "--unicode", "--accessible", "--no-accessible", "--no-pager"]
}
