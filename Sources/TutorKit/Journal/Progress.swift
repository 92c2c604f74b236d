/// Where the learner stands: a fold over the journal, and nothing else.
///
///     var progress = Progress(journal.reading.entries)
///     progress.apply(entry)
///     progress.standing(in: outline).description      // "3 of 12"
public struct Progress: Sendable, Equatable {
    /// By the question's id. A question that was never touched is not in it: see ``question(_:)``.
    public private(set) var questions: [String: QuestionProgress] = [:]
    /// The place that the learner was at last; nil before the first lesson.
    public private(set) var current: JournalEntry.Position?
    /// The learner's own notes, oldest first. No reset takes them away.
    public private(set) var notes: [JournalEntry.Note] = []
    /// The id of the path that the learner follows; nil for the course in order.
    public private(set) var path: String?
    private var places: [String: JournalEntry.Place] = [:]
    /// What the last reset made not count.
    private var beforeReset: Snapshot?

    private struct Snapshot: Equatable {
        let questions: [String: QuestionProgress]
        let places: [String: JournalEntry.Place]
        let current: JournalEntry.Position?
        let path: String?
    }

    public init(_ entries: some Sequence<JournalEntry> = []) {
        for entry in entries { apply(entry) }
    }

    public mutating func apply(_ entry: JournalEntry) {
        switch entry.kind {
        case .opened(let lesson):
            current = JournalEntry.Position(lesson: lesson, place: place(in: lesson))
        case .position(let position):
            places[position.lesson] = position.place
            current = position
        case .attempt(let attempt):
            update(attempt.question, in: attempt.lesson) { $0.apply(attempt, at: entry.time) }
        case .hint(let lesson, let question, let number):
            update(question, in: lesson) { $0.hints = max($0.hints, number) }
        case .skipped(let lesson, let question):
            update(question, in: lesson) { $0.isSkipped = true }
        case .gaveUp(let lesson, let question):
            update(question, in: lesson) { $0.hasGivenUp = true }
        case .dispute(let dispute):
            update(dispute.question, in: dispute.lesson) { $0.disputes += 1 }
        case .note(let note):
            notes.append(note)
        case .reset(.all):
            let (notes, before) = (notes, snapshot)
            self = Progress()
            self.notes = notes
            beforeReset = before
        case .reset(.lesson(let lesson)):
            beforeReset = snapshot
            questions = questions.filter { $0.value.lesson != lesson }
            places[lesson] = nil
            if current?.lesson == lesson { current = JournalEntry.Position(lesson: lesson, place: .start) }
        case .resetUndone: undoReset()
        case .followed(let id): path = id
        case .ran, .noticed, .unknown:
            break
        }
    }

    /// There is a reset that has not been taken back.
    public var canUndoReset: Bool { beforeReset != nil }

    private var snapshot: Snapshot { Snapshot(questions: questions, places: places, current: current, path: path) }

    /// What was done since the reset counts as well: of each question, the better.
    private mutating func undoReset() {
        guard let before = beforeReset else { return }
        questions = before.questions.merging(questions) { old, new in new.points > old.points ? new : old }
        places = before.places.merging(places) { _, new in new }
        current = current ?? before.current
        path = path ?? before.path
        beforeReset = nil
    }

    public func question(_ id: String) -> QuestionProgress {
        questions[id] ?? QuestionProgress(lesson: "")
    }

    /// Where to go on in a lesson that is opened again; its start if it was never left half-way.
    public func place(in lesson: String) -> JournalEntry.Place {
        places[lesson] ?? .start
    }

    public func standing(in lesson: LessonOutline) -> LessonStanding {
        var standing = LessonStanding()
        for asked in lesson.questions {
            let answered = question(asked.id)
            standing.questions += 1
            standing.possiblePoints += asked.points
            standing.points += min(max(answered.points, 0), asked.points)
            switch answered.state(contentHash: asked.contentHash) {
            case .passed: standing.passed += 1
            case .changedSincePassed:
                standing.passed += 1
                standing.changed += 1
            case .skipped: standing.skipped += 1
            case .untouched, .tried: break
            }
        }
        return standing
    }

    private mutating func update(_ question: String, in lesson: String, _ change: (inout QuestionProgress) -> Void) {
        change(&questions[question, default: QuestionProgress(lesson: lesson)])
    }
}

extension JournalEntry.Place {
    public static let start = JournalEntry.Place.item(0)
}
