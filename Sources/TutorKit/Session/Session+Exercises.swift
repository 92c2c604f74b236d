import LessonChecks
import LessonKit

extension Session {
    /// The exercise of the part that is being read, or why there is none.
    private enum Present {
        case work(Reading, Question, Exercise)
        case none(SessionEffect)
    }

    private var present: Present {
        guard let reading else { return .none(.complain("no lesson is open; `open NAME` opens one")) }
        if let question, case .code(let exercise) = question.kind { return .work(reading, question, exercise) }
        let others = reading.lesson.questions.filter(\.isCode).map(\.id)
        return .none(
            .complain(
                others.isEmpty
                    ? "\(reading.lesson.id) has no exercise"
                    : "this part has no exercise; `exercise` goes to \(others[0])"
            )
        )
    }

    private func work(_ act: ExerciseWork.Act) -> [SessionEffect] {
        switch present {
        case .none(let complaint): [complaint]
        case .work(let reading, let question, let exercise):
            [.work(ExerciseWork(lesson: reading.lesson.id, question: question, exercise: exercise, act: act))]
        }
    }

    // MARK: Commands

    /// Goes to the lesson's exercise, if it is elsewhere: to the one that is named, or to one that is still to be passed.
    mutating func exercise(_ rest: String) -> [SessionEffect] {
        switch named(in: rest) {
        case .failure(let problem): return [.complain(problem.words)]
        case .success((let moved?, let rest)): return moved + option(rest, "--edit") { work(.begin(edit: $0)) }
        case .success((nil, let rest)):
            var moved: [SessionEffect] = []
            if question?.isCode != true {
                let open = reading?.lesson.questions.first { $0.isCode && !isPassed($0) }?.id
                moved = go { $0.isCode && (open == nil || $0.id == open) } ?? []
            }
            return moved + option(rest, "--edit") { work(.begin(edit: $0)) }
        }
    }

    mutating func check(_ rest: String) -> [SessionEffect] {
        switch named(in: rest) {
        case .failure(let problem): [.complain(problem.words)]
        case .success((let moved, let rest)):
            (moved ?? []) + option(rest, "--watch") { work($0 ? .watch : .check) }
        }
    }

    private struct NoExercise: Error { let words: String }

    /// Goes to the exercise that the first word names, if it names one; and what else was typed.
    private mutating func named(in rest: String) -> Result<(moved: [SessionEffect]?, rest: String), NoExercise> {
        let name = String(rest.prefix { !$0.isWhitespace })
        guard !name.isEmpty, !name.hasPrefix("-"), let reading else { return .success((nil, rest)) }
        let ids = reading.lesson.questions.filter(\.isCode).map(\.id)
        guard ids.contains(name) else {
            let known = ids.isEmpty ? "; it has none" : "; it has \(ids.joined(separator: ", "))"
            let clause = Suggestion.clause(for: name, among: ids, otherwise: known)
            return .failure(NoExercise(words: "no exercise '\(name)' in \(reading.lesson.id)\(clause)"))
        }
        let moved = question?.id == name ? [] : go { $0.id == name } ?? []
        return .success((moved, rest.dropFirst(name.count).trimmingWhitespace))
    }

    func replay(_ rest: String) -> [SessionEffect] {
        if rest.isEmpty, let lastBroken { return work(.replay(lastBroken.order, check: lastBroken.check)) }
        guard let order = ReplayWords(rest) else {
            return [.complain("no order of tasks is '\(rest)'; write \(ReplayWords.usage)")]
        }
        return work(.replay(order, check: lastBroken?.check))
    }

    func solution(_ rest: String) -> [SessionEffect] {
        option(rest, "--give-up") { givesUp in
            guard case .work(let reading, let question, let exercise) = present else { return work(.check) }
            let isOpen = isPassed(question) || progress.question(question.id).hasGivenUp
            guard isOpen || givesUp else {
                return [
                    .show(
                        .words(
                            "You have not passed this exercise yet. To see the solution all the same, type `solution --give-up`: "
                                + "the exercise then earns no points. A `hint` costs nothing."
                        )
                    )
                ]
            }
            let record: [SessionEffect] =
                isOpen ? [] : [.record(.gaveUp(lesson: reading.lesson.id, question: question.id))]
            let code = Block(.code(info: "swift", text: exercise.solution), at: question.position)
            return record + [.show(.blocks([code])), .show(.words("`diff` compares it with yours."))]
        }
    }

    func diff() -> [SessionEffect] {
        guard let question, question.isCode, !isPassed(question), !progress.question(question.id).hasGivenUp else {
            return work(.compare)
        }
        return [
            .complain("the solution is shown when the exercise is passed; until then: `check`, `hint`, or `solution`")
        ]
    }

    func resetExercise() -> [SessionEffect] { work(.reset) }

    private func option(_ rest: String, _ name: String, _ act: (Bool) -> [SessionEffect]) -> [SessionEffect] {
        guard rest.isEmpty || rest == name else {
            return [.complain("'\(rest)' is not understood here; the one option is \(name)")]
        }
        return act(rest == name)
    }

    // MARK: What came of it

    /// What was asked for by ``SessionEffect/work(_:)`` has been done. A watch has many outcomes.
    mutating func after(_ work: ExerciseWork, _ outcome: ExerciseOutcome) -> [SessionEffect] {
        switch outcome {
        case .problem(let words): return [.complain(words, .machine)]
        case .interrupted: return [.show(.words("Interrupted."))]
        case .begun(let path, let isNew):
            if case .begin(edit: true) = work.act { return [.show(.words("`check` judges what is in \(path)."))] }
            let said = isNew ? "The file is ready: write in it with your editor." : "Your file is where you left it."
            return [
                .show(.words(said)), .show(.laidOut("  \(path)")),
                .show(.words("`exercise --edit` opens it here, `check` judges it, `check --watch` at every save.")),
            ]
        case .reset(let path, let kept):
            let words = kept == nil ? "The file is as it was given." : "The file is as it was given; yours is kept."
            return [
                .show(.words(words)),
                .show(.laidOut([path, kept].compactMap { $0 }.map { "  \($0)" }.joined(separator: "\n"))),
            ]
        case .read(let text):
            let difference = LineDifference(text, work.exercise.solution)
            guard !difference.isEmpty else { return [.show(.words("Yours is the solution, line by line."))] }
            return [
                .show(.words("From yours (-) to the solution (+). There are many good ones; this is one.")),
                .show(.laidOut(difference.text())),
            ]
        case .unrecorded(let result, let text, let reason):
            return after(work, .checked(result, text)) + [.complain(reason, .machine)]
        case .checked(let result, let text):
            // The run that is drawn there is the one that `timeline` and `tree` go on with.
            if let run = result.showings(isReplay: false).lazy.compactMap(\.run).first { lastRun = run }
            if case .replay = work.act {
                return result.showings(isReplay: true).map { .show($0) }
            }
            return judged(work, result, text)
        }
    }

    private mutating func judged(_ work: ExerciseWork, _ result: ExerciseResult, _ text: String) -> [SessionEffect] {
        let attempt = JournalEntry.Attempt(
            lesson: work.lesson,
            question: work.question,
            text: text,
            result: result,
            hasGivenUp: progress.question(work.question.id).hasGivenUp
        )
        lastAttempt = attempt
        lastBroken = result.promises.lazy.compactMap(Broken.init).first
        var effects: [SessionEffect] = [.record(.attempt(attempt))]
        effects += result.showings(isReplay: false).map { .show($0) }
        switch attempt.judgement {
        case .right:
            effects.append(
                .show(
                    .words(
                        "`diff` shows yours beside the solution. \(work.lesson): \(standingAfterPassing(work.question)). `next` goes on."
                    )
                )
            )
        case .wrong where progress.question(work.question.id).hints < work.question.hints.count:
            effects.append(.show(.words("Change it and `check` again, or take a hint: `hint`.")))
        case .wrong, .ungraded, .couldNotTell: break
        }
        return effects
    }

    /// What `replay` repeats: the check that was told last, in the order in which it failed.
    struct Broken: Sendable, Equatable {
        let check: String
        let order: ReplayWords

        init?(_ promise: ExerciseResult.Promise) {
            check = promise.id
            switch promise.outcome {
            case .broken(let finished):
                order = ReplayWords(schedule: finished.schedule ?? .fifo, cancelAt: finished.cancelAt)
            case .cutShort(let cut): order = ReplayWords(schedule: cut.schedule, cancelAt: cut.cancelAt)
            case .kept, .skipped, .couldNotTell, .untried: return nil
            }
        }
    }
}

extension Showing {
    fileprivate var run: TracedRun? {
        if case .timeline(let run, _) = self { run } else { nil }
    }
}

extension Question {
    var isCode: Bool {
        if case .code = kind { true } else { false }
    }
}
