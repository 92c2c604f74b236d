import LessonKit

extension Session {
    /// The words that may stand in place of the last word of `text`, the line up to the cursor.
    public func completions(for text: String) -> [String] {
        if let letters = letters(behind: text) { return letters }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if openBlock != nil { return [] }
        guard let last = words.last, words.count > 1 else { return commandWords(beginning: text) }
        guard case .found(let command) = CommandName(words[0].drop { $0 == ":" }) else { return [] }
        let demos = reading?.lesson.demos.map(\.name) ?? []
        let candidates: [String] =
            switch command.argument {
            case .lesson(required: true): catalog.lessons.map(\.id)
            case .lesson(required: false): catalog.lessons.map(\.id) + ["all", "exercise"]
            case .command: Command.allCases.map(\.rawValue)
            case .demo: demos + Session.runOptions
            case .demoWith(let options): demos + (options.isEmpty ? [] : ["--discard"])
            case .forms: command == .tryOut ? ["list", "reset"] : []
            case .option(let name): [name]
            case .exercise(let option): (reading?.lesson.questions.filter(\.isCode).map(\.id) ?? []) + [option]
            case .order: ["fifo", "seed", "choices", "cancel"]
            case .path: (try? catalog.paths.get().map(\.id)) ?? []
            case .setting: settingWords(words)
            case .options(let options, _): options
            case .demosWith(let options, _): (reading?.lesson.demos.map(\.name) ?? []) + options
            case .nothing, .text: []
            }
        return candidates.filter { $0.hasPrefix(last) }
    }

    /// While an open question asks for letters: those that are not typed yet.
    private func letters(behind text: String) -> [String]? {
        guard isQuestionOpen, !text.hasPrefix(":"), let question else { return nil }
        let offered: [String]
        switch question.kind {
        case .choice(let choices), .multiple(let choices): offered = choices.map(\.letter)
        case .order(let key): offered = key.lines.map(\.letter)
        case .predict, .number, .text, .explain, .code: return nil
        }
        let parts = text.uppercased().split(separator: " ", omittingEmptySubsequences: false)
        let typed = Set(parts.dropLast().joined(separator: " ").map(String.init))
        return offered.filter { !typed.contains($0) && $0.hasPrefix(parts.last ?? "") }
    }

    private func commandWords(beginning text: String) -> [String] {
        let colon = text.hasPrefix(":") ? ":" : ""
        if isQuestionOpen, colon.isEmpty { return [] }
        return Command.allCases.map { colon + $0.rawValue }.filter { $0.hasPrefix(text) }
    }

    /// The names of the settings, then what the one that was named can be.
    private func settingWords(_ words: [String]) -> [String] {
        words.count == 2 ? Setting.allCases.map(\.rawValue) : Setting(name: words[1])?.choices ?? []
    }
}
