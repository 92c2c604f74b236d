import LessonKit

extension Session {
    /// `edit`, `edit failure`, `edit --discard`.
    func edit(_ rest: String) -> [SessionEffect] {
        guard let reading else {
            return [.complain("no lesson is open; `open NAME` opens one, then `edit` copies its demo for you")]
        }
        var words = rest.split(separator: " ").map(String.init)
        let discards = words.contains("--discard")
        words.removeAll { $0 == "--discard" }
        switch demo(named: words, for: .edit, options: ["--discard"]) {
        case .failure(let problem): return [.complain(problem.description)]
        case .success(let demo) where discards:
            guard copies[demo.swiftFile] != nil else {
                return [.complain("you have no copy of \(demo.shortName); `edit` makes one")]
            }
            return [.discardCopy(of: demo, lesson: reading.lesson.id)]
        case .success(let demo): return [.edit(demo, lesson: reading.lesson.id)]
        }
    }

    /// The editor that was asked for by ``SessionEffect/edit(_:lesson:)`` has ended.
    public mutating func edited(_ demo: Demo, copy: String, _ problem: EditorProblem?) -> [SessionEffect] {
        copies[demo.swiftFile] = copy
        let runs = "`run` now runs it, `run --original` the lesson's; `edit --discard` goes back."
        let effects: [SessionEffect] =
            switch problem {
            case nil: [.show(.words("Your copy: \(copy)")), .show(.words(runs))]
            case .noEditor(let reason)?:
                [.show(.words("Your copy: \(copy)")), .show(.words("Open it in an editor (\(reason)). \(runs)"))]
            case .failed(let reason)?: [.complain("\(reason); your copy is \(copy)", .machine)]
            }
        return finish(effects)
    }

    /// The copy is put aside, asked for by ``SessionEffect/discardCopy(of:lesson:)``.
    public mutating func discarded(_ demo: Demo, kept: String) -> [SessionEffect] {
        copies[demo.swiftFile] = nil
        return finish([.show(.words("`run` runs the lesson's demo again. Your copy is kept: \(kept)"))])
    }

    /// `predict 4 s`: the question at hand, asked of the learner's copy. Nothing of it is recorded.
    func predict(_ answer: String) -> [SessionEffect] {
        guard let reading, let question, case .predict(let prediction) = question.kind else {
            return [.complain("there is no prediction to make here; `predict` is for questions about what a demo does")]
        }
        guard !answer.isEmpty else { return [.complain("predict what? predict 4 s")] }
        // `_` is the last thing that was said, as it is the last value in `try`.
        let answer = answer == "_" ? lastAttempt?.answer ?? answer : answer
        guard let demo = reading.lesson.demo(named: prediction.demo), let copy = copies[demo.swiftFile] else {
            return [.complain("you have no copy of this question's demo; `edit \(prediction.demo)` makes one")]
        }
        return [
            .run(
                RunRequest(
                    lesson: reading.lesson.id,
                    demo: demo,
                    edition: .kit,
                    realTime: false,
                    purpose: .practise(answer: answer),
                    copy: copy
                )
            )
        ]
    }

    func practised(_ answer: String, _ outcome: RunOutcome) -> [SessionEffect] {
        guard let question else { return [] }
        switch outcome {
        case .failed(let reason, _), .couldNotRun(let reason, _):
            return [.complain("your copy did not run to its end: \(reason)", .failure)]
        case .finished(let run):
            switch judge(answer, question: question, run: run) {
            // A prediction is always graded.
            case .right, .kept:
                let words = "Right, for your copy. (For practice: nothing is recorded.)"
                return [.show(.verdict(words, isRight: true))]
            case .wrong(_, _, let detail), .partly(_, _, _, let detail):
                let words = "Not right for your copy\(detail.map { ": \($0)" } ?? "."). `run` shows what it does."
                return [.show(.verdict(words, isRight: false))]
            case .couldNotTell(let reason): return [.show(.words("Could not tell: \(reason)."))]
            case .malformed(let expected): return [.complain("expected \(expected)")]
            }
        }
    }
}
