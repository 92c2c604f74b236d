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
    /// The id of the path that the learner follows; nil for the course in order.
    public private(set) var path: String?
    private var places: [String: JournalEntry.Place] = [:]

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
            update(attempt.question, in: attempt.lesson) { $0.apply(attempt) }
        case .hint(let lesson, let question, let number):
            update(question, in: lesson) { $0.hints = max($0.hints, number) }
        case .skipped(let lesson, let question):
            update(question, in: lesson) { $0.isSkipped = true }
        case .gaveUp(let lesson, let question):
            update(question, in: lesson) { $0.hasGivenUp = true }
        case .dispute(let dispute):
            update(dispute.question, in: dispute.lesson) { $0.disputes += 1 }
        case .reset(.all):
            self = Progress()
        case .reset(.lesson(let lesson)):
            questions = questions.filter { $0.value.lesson != lesson }
            places[lesson] = nil
            if current?.lesson == lesson { current = JournalEntry.Position(lesson: lesson, place: .start) }
        case .followed(let id): path = id
        case .ran, .noticed, .unknown:
            break
        }
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
