import Foundation
import LessonKit

/// A learner's session: what was typed in, what shall happen out. A value that decides and does nothing.
///
///     var session = Session(catalog: catalog, progress: Progress(journal.reading.entries))
///     for effect in session.handle("open gather") { … }
public struct Session: Sendable {
    let catalog: Catalog
    let now: @Sendable () -> Date
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
    /// Earlier questions that are asked again.
    var review: Review?
    /// The learner's own copies of demos that there are, by the file of the lesson's demo.
    public var copies: [String: String] = [:]
    /// What `try` has kept.
    var snippets = SnippetBook()
    /// The lines of a block of Swift that is being typed.
    var openBlock: [String]?
    /// The block began behind the word `try`.
    var blockFollowsTry = false
    /// What `replay` repeats; nil before a check has failed.
    var lastBroken: Broken?
    var hasToldBroken = false
    /// The worst that has been complained of: a script's exit code.
    public private(set) var status = ExitStatus.success

    struct Reading: Sendable, Equatable {
        let lesson: Lesson
        let stops: [Stop]
        var index = 0

        var stop: Stop { stops[index] }
        /// 1-based, of the questions of the lesson.
        var questionNumber: Int { stops[...index].count { $0.question != nil } }
        var questionCount: Int { stops.count { $0.question != nil } }
    }

    /// - Parameter now: the clock by which earlier questions are due again.
    public init(
        catalog: Catalog,
        progress: Progress,
        settings: Settings = Settings(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.catalog = catalog
        self.now = now
        self.progress = progress
        self.settings = settings
    }

    /// The lesson that is being read.
    var openLesson: Lesson? { reading?.lesson }

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

    /// A snippet that was asked for by ``SessionEffect/tryOut(_:)`` has ended.
    public mutating func tried(_ request: SnippetRequest, _ outcome: SnippetOutcome) -> [SessionEffect] {
        finish(after(request, outcome))
    }

    /// Something has come of what was asked for by ``SessionEffect/work(_:)``.
    public mutating func worked(_ work: ExerciseWork, _ outcome: ExerciseOutcome) -> [SessionEffect] {
        finish(after(work, outcome))
    }

    /// What stands before the input.
    public var prompt: String {
        if openBlock != nil { return "try> " }
        guard let reading else { return "tutor> " }
        if let review {
            return "review \(review.number)/\(review.count)\(isQuestionOpen ? " answer" : "")> "
        }
        guard reading.stop.question != nil else { return "\(reading.lesson.id)> " }
        let place = "\(reading.lesson.id) \(reading.questionNumber)/\(reading.questionCount)"
        return isQuestionOpen ? "\(place) answer> " : "\(place)> "
    }

    /// Applies to the session's own progress what will be recorded.
    mutating func finish(_ effects: [SessionEffect]) -> [SessionEffect] {
        for case .record(let kind) in effects { progress.apply(kind, at: now()) }
        return effects
    }

    /// A complaint has been made. What was not understood weighs most, since it may have been meant to do anything.
    mutating func complained(_ fault: ExitStatus) {
        let order: [ExitStatus] = [.success, .failure, .machine, .brokenLesson, .usage]
        if (order.firstIndex(of: status) ?? 0) < (order.firstIndex(of: fault) ?? 0) { status = fault }
    }

    // MARK: Deciding

    private mutating func decide(_ line: String) -> [SessionEffect] {
        if openBlock != nil { return continueBlock(line) }
        let text = line.trimmingWhitespace
        if text.isEmpty { return isQuestionOpen ? [] : next() }
        if text.hasPrefix(":") { return command(text) }
        if isQuestionOpen { return answer(text) }
        if question == nil { return command(text) }
        if let line = CommandLine(text) { return isLinesOfOutput(line) ? answer(text) : command(text) }
        // The question of this part is on the screen: what is no command answers it.
        let word = String(text.prefix { !$0.isWhitespace })
        guard let near = slip(in: text), !fits(text) else { return answer(text) }
        // What can be no answer at all may be short for a command.
        if isMalformed(text), case .found = CommandName(word) { return command(text) }
        let guess =
            near.hasPrefix(word.lowercased())
            ? "'\(word)' is short for the command '\(near)'; for that type :\(word)"
            : "'\(word)' is not a command; did you mean '\(near)'?"
        return [.complain("\(guess)\(guess.hasSuffix("?") ? " T" : "; t")o give it as an answer: answer \(text)")]
    }

    /// "try 1 / try 2": programs print that word, and where lines are asked for, ` / ` stands between them. (`:try 4 / 2` is Swift.)
    private func isLinesOfOutput(_ line: CommandLine) -> Bool {
        guard line.command == .tryOut, case .predict(let prediction)? = question?.kind, case .lines = prediction.ask
        else {
            return false
        }
        return line.rest.contains(" / ")
    }

    /// The command that was probably meant: a slip must not count as a wrong answer. Commands are a word or two.
    private func slip(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count <= 2, !text.contains(where: { "/,;".contains($0) }), let word = words.first else {
            return nil
        }
        // Two letters may be anything.
        if word.count > 2, case .found(let command) = CommandName(word) { return command.rawValue }
        // "green" is a word of its own, and no `tree`.
        return Suggestion.nearest(
            to: String(word),
            among: Command.allCases.map(\.rawValue),
            edits: word.count < 6 ? 1 : 3
        )
    }

    private mutating func command(_ text: String) -> [SessionEffect] {
        let line: CommandLine
        switch CommandLine.reading(text) {
        case .success(let read): line = read
        case .failure(let problem): return [.complain(problem.description)]
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
        case .tryOut: return tryOut(line.rest)
        case .edit: return edit(line.rest)
        case .predict: return predict(line.rest)
        case .python: return python(line.rest)
        case .doc: return [.document(line.rest)]
        case .notes: return notes(line.rest)
        case .review: return beginReview()
        case .transcript: return transcript(line.rest)
        }
    }

    private func help(on word: String) -> [SessionEffect] {
        guard !word.isEmpty else {
            return [
                .show(.columns(Command.allCases.map { [$0.shortUsage, $0.summary] })),
                .show(
                    .words(
                        "While a question is open, put a colon before a command: :hint. Tab completes, the arrow keys recall."
                    )
                ),
            ]
        }
        let command: Command
        switch CommandLine.reading(word) {
        case .success(let read): command = read.command
        case .failure(let problem): return [.complain(problem.description)]
        }
        return [.show(.words("\(command.usage): \(command.summary). \(command.details)"))]
    }
}

extension Progress {
    /// For what the session itself has just decided to record.
    mutating func apply(_ kind: JournalEntry.Kind, at time: Date) {
        apply(JournalEntry(number: 0, time: time, session: "", kind: kind))
    }
}
