import Foundation
import LessonKit

/// A learner's session: what was typed in, what shall happen out. A value that decides and does nothing.
///
///     var session = Session(catalog: catalog, progress: Progress(journal.reading.entries))
///     for effect in session.handle("open gather") { … }
public struct Session: Sendable {
    let catalog: Catalog
    public private(set) var progress: Progress
    /// What the learner has chosen.
    public internal(set) var settings: Settings
    /// The open lesson and where the learner is in it.
    var reading: Reading?
    /// `ask` was used: what is typed is the answer, and commands begin with a colon.
    var isQuestionOpen = false
    /// What the demos of this session's runs did in virtual time, by their file.
    var evidence: [String: DemoEvidence] = [:]
    /// What `timeline` draws.
    var lastRun: TracedRun?
    /// What `compare` has asked for, and what has come back.
    var comparing: Comparing?
    /// What `dispute` is about.
    var lastAttempt: JournalEntry.Attempt?
    /// What `replay` repeats; nil before a check has failed.
    var lastBroken: Broken?
    var hasToldBroken = false
    /// Something that was typed was not understood: a script's exit code.
    public private(set) var hadComplaint = false

    struct Reading: Sendable {
        let lesson: Lesson
        let stops: [Stop]
        var index = 0

        var stop: Stop { stops[index] }
        /// 1-based, of the questions of the lesson.
        var questionNumber: Int { stops[...index].count { $0.question != nil } }
        var questionCount: Int { stops.count { $0.question != nil } }
    }

    public init(catalog: Catalog, progress: Progress, settings: Settings = Settings()) {
        self.catalog = catalog
        self.progress = progress
        self.settings = settings
    }

    /// The question of the part that is being read, if it has one.
    var question: Question? { reading?.stop.question }

    // MARK: In and out

    /// The first screen: what there is, or where the learner was.
    public mutating func begin() -> [SessionEffect] {
        finish(greeting())
    }

    /// A line that was typed.
    public mutating func handle(_ line: String) -> [SessionEffect] {
        finish(brokenLessons() + decide(line))
    }

    /// A run that was asked for by ``SessionEffect/run(_:)`` has ended.
    public mutating func ran(_ request: RunRequest, _ outcome: RunOutcome) -> [SessionEffect] {
        finish(after(request, outcome))
    }

    /// Something has come of what was asked for by ``SessionEffect/work(_:)``.
    public mutating func worked(_ work: ExerciseWork, _ outcome: ExerciseOutcome) -> [SessionEffect] {
        finish(after(work, outcome))
    }

    /// What stands before the input.
    public var prompt: String {
        guard let reading else { return "tutor> " }
        guard reading.stop.question != nil else { return "\(reading.lesson.id)> " }
        let place = "\(reading.lesson.id) \(reading.questionNumber)/\(reading.questionCount)"
        return isQuestionOpen ? "\(place) answer> " : "\(place)> "
    }

    /// Applies to the session's own progress what will be recorded, and notes complaints.
    private mutating func finish(_ effects: [SessionEffect]) -> [SessionEffect] {
        for effect in effects {
            switch effect {
            case .record(let kind): progress.apply(kind)
            case .complain: hadComplaint = true
            default: break
            }
        }
        return effects
    }

    // MARK: Deciding

    private mutating func decide(_ line: String) -> [SessionEffect] {
        let text = line.trimmingWhitespace
        if text.isEmpty { return isQuestionOpen ? [] : next() }
        if text.hasPrefix(":") { return command(text) }
        if isQuestionOpen { return answer(text) }
        if CommandLine(text) != nil || question == nil { return command(text) }
        // The question of this part is on the screen: what is no command answers it.
        let word = String(text.prefix { !$0.isWhitespace })
        guard let near = slip(in: text), !fits(text) else { return answer(text) }
        return [
            .complain("'\(word)' is not a command; did you mean '\(near)'? To give it as an answer: answer \(text)")
        ]
    }

    /// The command that was probably meant: a slip must not count as a wrong answer. Commands are a word or two.
    private func slip(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count <= 2, !text.contains(where: { "/,;".contains($0) }) else { return nil }
        return words.first.flatMap { Suggestion.nearest(to: String($0), among: Command.allCases.map(\.rawValue)) }
    }

    private mutating func command(_ text: String) -> [SessionEffect] {
        guard let line = CommandLine(text) else {
            let word = text.drop { $0 == ":" || $0 == " " }.prefix { !$0.isWhitespace }
            let suggestion = Suggestion.clause(for: String(word), among: Command.allCases.map(\.rawValue))
            return [.complain("unknown command '\(word)'\(suggestion.isEmpty ? "; help lists them" : suggestion)")]
        }
        if case .nothing = line.command.argument, !line.rest.isEmpty {
            return [.complain("'\(line.command.rawValue)' takes nothing after it; found '\(line.rest)'")]
        }
        switch line.command {
        case .help: return help(on: line.rest)
        case .lessons: return lessons()
        case .open: return open(line.rest)
        case .show: return show()
        case .next: return next()
        case .back: return back()
        case .run: return run(line.rest)
        case .timeline: return timeline(line.rest)
        case .tree: return tree(line.rest)
        case .compare: return compare(line.rest)
        case .ask: return ask()
        case .answer: return line.rest.isEmpty ? ask() : answer(line.rest)
        case .hint: return hint()
        case .exercise: return exercise(line.rest)
        case .check: return check(line.rest)
        case .replay: return replay(line.rest)
        case .solution: return solution(line.rest)
        case .diff: return diff()
        case .dispute: return dispute(line.rest)
        case .progress: return showProgress()
        case .reset: return reset(line.rest)
        case .paths: return paths(line.rest)
        case .settings: return configure(line.rest)
        case .quit: return [.quit]
        }
    }

    private func help(on word: String) -> [SessionEffect] {
        guard !word.isEmpty else {
            return [
                .show(.columns(Command.allCases.map { [$0.usage, $0.summary] })),
                .show(
                    .words(
                        "While a question is open, put a colon before a command: :hint. Tab completes, the arrow keys recall."
                    )
                ),
            ]
        }
        guard let command = Command(word: word.drop { $0 == ":" }) else {
            return [
                .complain(
                    "no command '\(word)'\(Suggestion.clause(for: word, among: Command.allCases.map(\.rawValue)))"
                )
            ]
        }
        return [.show(.words("\(command.usage): \(command.summary). \(command.details)"))]
    }
}

extension Progress {
    /// For what the session itself has just decided to record.
    mutating func apply(_ kind: JournalEntry.Kind) {
        apply(JournalEntry(number: 0, time: .distantPast, session: "", kind: kind))
    }
}
