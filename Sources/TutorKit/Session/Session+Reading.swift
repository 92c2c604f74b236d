import LessonKit

extension Session {
    // MARK: Where to go

    mutating func greeting() -> [SessionEffect] {
        guard let position = progress.current, let lesson = catalog.quickly(id: position.lesson) else {
            let first = catalog.quickly().map { " Begin with `open \($0.id)`." } ?? ""
            return [
                .show(.words("Async Tutor: asynchronous programming in Swift, in the words of Python's asyncio.")),
                .show(.words("`lessons` lists what there is, `help` what you can type.\(first)")),
            ]
        }
        return [.show(.words("Welcome back. You were in \(lesson.id): \(standing(lesson)) answered."))]
            + enter(lesson, isResuming: true)
    }

    /// Said once, with the first answer: the prompt does not wait until the whole course has been read.
    mutating func brokenLessons() -> [SessionEffect] {
        guard !hasToldBroken else { return [] }
        hasToldBroken = true
        let names = catalog.broken.map(\.folder).joined(separator: ", ")
        return names.isEmpty ? [] : [.show(.words("Broken and left out: \(names). `tutor list` says why."))]
    }

    mutating func open(_ name: String) -> [SessionEffect] {
        guard !name.isEmpty else { return [.complain("open what? `lessons` lists them: open gather")] }
        let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
        switch catalog.find(parts.first ?? name) {
        case .failure(let problem):
            if let exercise = catalog.exercises.first(where: { $0.exercise.id == name }) {
                return [.complain("'\(name)' is an exercise of \(exercise.lesson): `exercise \(name)` begins it")]
            }
            return [.complain(problem.description)]
        case .success(let lesson):
            review = nil
            if parts.count > 1 { return enter(lesson, section: parts[1]) }
            return [.record(.opened(lesson: lesson.id))] + unmetNeeds(of: lesson) + enter(lesson, isResuming: false)
        }
    }

    /// Goes to where the learner left the lesson, or to its beginning.
    private mutating func enter(_ lesson: Lesson, isResuming: Bool) -> [SessionEffect] {
        let stops = lesson.stops
        let place = progress.place(in: lesson.id)
        let index = stops.firstIndex { $0.place == place } ?? 0
        reading = Reading(lesson: lesson, stops: stops, index: index)
        isQuestionOpen = false
        let prepare = lesson.demos.first.map { [SessionEffect.prepare($0)] } ?? []
        if index == 0 { return prepare + [.show(.words(lesson.heading))] + arrive() }
        // In the middle: the question alone; the text before it was read.
        let hint: [SessionEffect] =
            isResuming ? [] : [.show(.words("\(lesson.heading) You were here; `back` shows what came before."))]
        return prepare + hint + (question == nil ? arrive() : [.record(.position(position))] + showQuestion())
    }

    /// Goes to a part of a lesson and shows it whole.
    mutating func go(to index: Int, of lesson: Lesson) -> [SessionEffect] {
        reading = Reading(lesson: lesson, stops: lesson.stops, index: index)
        isQuestionOpen = false
        return (lesson.demos.first.map { [.prepare($0)] } ?? []) + arrive()
    }

    mutating func next() -> [SessionEffect] {
        if review != nil { return nextInReview() }
        guard let reading else { return [.complain("no lesson is open; `lessons` lists them, `open NAME` opens one")] }
        var effects: [SessionEffect] = []
        if let question, !isPassed(question), progress.question(question.id).isSkipped == false {
            effects.append(.record(.skipped(lesson: reading.lesson.id, question: question.id)))
            effects.append(.show(.words("Skipped for now: \(question.id). `back` returns to it.")))
        }
        isQuestionOpen = false
        guard reading.index + 1 < reading.stops.count else { return effects + ending(of: reading.lesson) }
        self.reading?.index += 1
        return effects + arrive()
    }

    mutating func back() -> [SessionEffect] {
        if review != nil { return endReview(", early.") }
        guard let reading else { return [.complain("no lesson is open; `open NAME` opens one")] }
        guard reading.index > 0 else { return [.complain("this is the beginning of \(reading.lesson.id)")] }
        isQuestionOpen = false
        self.reading?.index -= 1
        return arrive()
    }

    /// Straight to the first question of the lesson that fits, without the text before it; nil if there is none.
    mutating func go(to fits: (Question) -> Bool) -> [SessionEffect]? {
        guard let index = reading?.stops.firstIndex(where: { $0.question.map(fits) ?? false }) else { return nil }
        isQuestionOpen = false
        reading?.index = index
        return [.record(.position(position))] + showQuestion()
    }

    // MARK: What is shown

    func show() -> [SessionEffect] {
        guard let reading else { return [.complain("no lesson is open; `open NAME` opens one")] }
        return [.show(.words(reading.lesson.heading)), .show(.blocks(reading.lesson.wholeText))]
    }

    /// The part that was just reached, and its question.
    private func arrive() -> [SessionEffect] {
        guard let reading else { return [] }
        var effects: [SessionEffect] = [.record(.position(position))]
        let text = reading.stop.items.flatMap(\.blocks)
        if !text.isEmpty { effects.append(.show(.blocks(text))) }
        if reading.stop.question != nil { return effects + showQuestion() }
        return effects + (reading.index + 1 == reading.stops.count ? ending(of: reading.lesson) : [])
    }

    func showQuestion() -> [SessionEffect] {
        guard let reading, let question else { return [] }
        let standing = progress.question(question.id).state(contentHash: question.contentHash)
        let state =
            switch standing {
            case .passed: " (answered)"
            case .changedSincePassed: " (changed since you answered it)"
            case .skipped: " (skipped)"
            case .untouched, .tried: ""
            }
        return [
            .show(.words("Question \(reading.questionNumber) of \(reading.questionCount)\(state)")),
            .show(.blocks(question.shownBlocks)),
            .show(.words(question.invitation)),
        ]
    }

    private func ending(of lesson: Lesson) -> [SessionEffect] {
        let standing = standing(lesson)
        let open = lesson.questions.filter { !isPassed($0) }.map(\.id)
        let rest = open.isEmpty ? "" : " Still open: \(open.joined(separator: ", "))."
        let answered = standing.questions == 0 ? "." : ": \(standing) answered.\(rest)"
        return [.show(.words("End of \(lesson.id)\(answered)\(onward(from: lesson))"))]
    }

    private func unmetNeeds(of lesson: Lesson) -> [SessionEffect] {
        let unmet = lesson.needs.filter { need in
            catalog.lesson(id: need).map { !progress.standing(in: LessonOutline($0)).isComplete } ?? false
        }
        guard !unmet.isEmpty else { return [] }
        let names = unmet.joined(separator: ", ")
        return [
            .show(.words("\(lesson.id) builds on \(names), which you have not finished. You can go on all the same."))
        ]
    }

    func lessons() -> [SessionEffect] {
        let rows = catalog.lessons.map { lesson in
            [
                lesson.number < 10 ? " \(lesson.number)" : "\(lesson.number)", lesson.id, "\(standing(lesson))",
                lesson.title,
            ]
        }
        return [.show(.columns(rows, indent: 1))]
    }

    // MARK: Parts

    private var position: JournalEntry.Position {
        JournalEntry.Position(lesson: reading?.lesson.id ?? "", place: reading?.stop.place ?? .start)
    }

    func standing(_ lesson: Lesson) -> LessonStanding { progress.standing(in: LessonOutline(lesson)) }

    func isPassed(_ question: Question) -> Bool {
        progress.question(question.id).state(contentHash: question.contentHash) == .passed
    }
}

extension Lesson {
    /// "Lesson 7: Running tasks concurrently: gather (25 minutes and 2 exercises, in Python asyncio.gather)."
    public var heading: String {
        let python = pythonName.map { ", in Python \($0)" } ?? ""
        let exercises = questions.count { if case .code = $0.kind { true } else { false } }
        let work = exercises == 0 ? "" : " and \(exercises) exercise\(exercises == 1 ? "" : "s")"
        return "Lesson \(number): \(title) (\(minutes) minute\(minutes == 1 ? "" : "s")\(work)\(python))."
    }
}
