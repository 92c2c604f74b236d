import LessonKit

extension Session {
    mutating func ask() -> [SessionEffect] {
        guard let question else { return [noQuestion] }
        // A program is not typed as a line.
        if question.isCode { return showQuestion() }
        isQuestionOpen = true
        return showQuestion() + [.show(.words("Type the answer. Commands begin with a colon: :hint, :next, :help."))]
    }

    /// Judges an answer, or asks for the run that it is judged by.
    mutating func answer(_ text: String) -> [SessionEffect] {
        guard let reading, let question else { return [noQuestion] }
        if case .predict(let prediction) = question.kind {
            guard let demo = reading.lesson.demo(named: prediction.demo) else {
                return verdict(.couldNotTell(reason: "the lesson has no demo '\(prediction.demo)'"), on: text)
            }
            guard let evidence = evidence[demo.swiftFile] else {
                return [
                    .run(
                        RunRequest(
                            lesson: reading.lesson.id,
                            demo: demo,
                            edition: .kit,
                            realTime: false,
                            purpose: .judge(answer: text)
                        )
                    )
                ]
            }
            return verdict(judge(text, question: question, run: evidence), on: text)
        }
        return verdict(judge(text, question: question, run: nil), on: text)
    }

    /// Whether this could be an answer to the question at hand at all; for a prediction or a word everything could, so
    /// only a word that the lesson foresees is sure to be one.
    func fits(_ text: String) -> Bool {
        guard let question else { return false }
        switch question.kind {
        case .choice, .multiple, .order, .number:
            if case .malformed = judge(text, question: question, run: nil) { return false }
            return true
        case .text:
            switch judge(text, question: question, run: nil) {
            case .right, .wrong(_, _?, _), .partly: return true
            default: return false
            }
        case .predict, .explain, .code: return false
        }
    }

    /// Whether it is certainly no answer: not a letter where one is asked for, not a number.
    func isMalformed(_ text: String) -> Bool {
        guard let question else { return false }
        if case .predict(let prediction) = question.kind { return !prediction.couldBeAnswered(by: text) }
        if case .malformed = judge(text, question: question, run: nil) { return true }
        return false
    }

    mutating func verdict(_ verdict: Verdict, on text: String) -> [SessionEffect] {
        guard let reading, let question else { return [noQuestion] }
        var attempt: (judgement: JournalEntry.Judgement, misconceptions: [String], credit: Double)
        var effects: [SessionEffect]
        switch verdict {
        case .right(let feedback):
            attempt = (.right, [], 1)
            isQuestionOpen = false
            effects = [.show(.verdict("Right.", isRight: true)), .show(.blocks(feedback))]
            effects.append(.show(.words("\(reading.lesson.id): \(standingAfterPassing(question)). `next` goes on.")))
        case .kept(let model):
            attempt = (.ungraded, [], 0)
            isQuestionOpen = false
            effects = kept(text, beside: model)
            effects.append(.show(.words("\(reading.lesson.id): \(standingAfterPassing(question)). `next` goes on.")))
        case .wrong(let feedback, let misconception, let detail):
            attempt = (.wrong, misconception.map { [$0] } ?? [], 0)
            effects = [.show(.verdict("Not right\(detail.map { ": \($0)" } ?? "").", isRight: false))]
            effects += [.show(.blocks(feedback))] + invitationToGoOn(question)
        case .partly(let credit, let feedback, let misconceptions, let detail):
            attempt = (.wrong, misconceptions, credit)
            let points = JournalEntry.Attempt.points(credit, of: question.points)
            let earned = points > 0 ? ", for \(Session.words(points: points)) of \(question.points) points" : ""
            let verdict = points > 0 ? "Partly right" : "Not right"
            effects = [.show(.verdict("\(verdict)\(earned)\(detail.map { ": \($0)" } ?? "").", isRight: false))]
            effects += [.show(.blocks(feedback))] + invitationToGoOn(question)
        case .couldNotTell(let reason):
            attempt = (.couldNotTell, [], 0)
            effects = [.show(.words("Could not tell: \(reason). This does not count against you."))]
        case .malformed(let expected):
            let isCommand = isQuestionOpen && CommandLine(text) != nil
            return [.complain("expected \(expected)" + (isCommand ? "; for the command type :\(text)" : ""))]
        }
        let record = JournalEntry.Attempt(
            lesson: reading.lesson.id,
            question: question.id,
            contentHash: question.contentHash,
            answer: text,
            judgement: attempt.judgement,
            misconceptions: attempt.misconceptions,
            points: JournalEntry.Attempt.points(attempt.credit, of: question.points)
        )
        lastAttempt = record
        return [.record(.attempt(record))] + effects
    }

    /// The learner's words and the model answer, one below the other, for the learner to compare.
    private func kept(_ text: String, beside model: [Block]) -> [SessionEffect] {
        guard let position = model.first?.position else { return [] }
        let own = Block(.quote([Block(.paragraph([.text(text)]), at: position)]), at: position)
        return [
            .show(.words("Kept as you wrote it, for you and your teacher to read:")), .show(.blocks([own])),
            .show(.words("A model answer, to compare it with:")), .show(.blocks(model)),
        ]
    }

    private func invitationToGoOn(_ question: Question) -> [SessionEffect] {
        guard progress.question(question.id).hints < question.hints.count else { return [] }
        return [.show(.words("Try again, or take a hint: `\(isQuestionOpen ? ":" : "")hint`."))]
    }

    /// "3 of 9 answered", counting the one that was answered just now.
    func standingAfterPassing(_ question: Question) -> String {
        guard let reading else { return "" }
        let others = reading.lesson.questions.count { $0.id != question.id && isPassed($0) }
        return "\(others + 1) of \(reading.questionCount) answered"
    }

    func hint() -> [SessionEffect] {
        guard let reading, let question else { return [noQuestion] }
        guard !question.hints.isEmpty else { return [.show(.words("This question has no hints."))] }
        let given = isPassed(question) ? question.hints.count : progress.question(question.id).hints
        if given >= question.hints.count {
            let haveSeen = progress.question(question.id).hints >= question.hints.count
            let words =
                haveSeen
                ? "You have seen all the hints; here they are again." : "You have answered this; here are its hints."
            return [.show(.words(words))]
                + question.hints.map { .show(.blocks($0)) }
        }
        return [
            .record(.hint(lesson: reading.lesson.id, question: question.id, number: given + 1)),
            .show(.words("Hint \(given + 1) of \(question.hints.count)")),
            .show(.blocks(question.hints[given])),
        ]
    }

    func dispute(_ words: String) -> [SessionEffect] {
        guard let lastAttempt else { return [.complain("there is no verdict yet to dispute; answer a question first")] }
        guard !words.isEmpty else { return [.complain("say what is wrong with it: dispute the output says otherwise")] }
        let dispute = JournalEntry.Dispute(
            lesson: lastAttempt.lesson,
            question: lastAttempt.question,
            answer: lastAttempt.answer,
            words: words
        )
        return [
            .record(.dispute(dispute)),
            .show(.words("Kept with your answer to \(lastAttempt.question), for whoever looks after the course.")),
        ]
    }

    private var noQuestion: SessionEffect {
        .complain(
            reading == nil ? "no lesson is open; `open NAME` opens one" : "there is no question here; `next` goes on"
        )
    }
}
