import Foundation

/// Earlier questions, asked again: each a fixed time after it was answered last, and the lessons in turn.
///
/// Which ones, and in which order, follows from the journal and the date alone.
struct Review: Sendable, Equatable {
    /// Equal intervals serve memory as well as growing ones, and need no model of the learner.
    static let intervalInDays = 3
    /// As many as a short sitting takes.
    static let longest = 10

    struct Asked: Sendable, Equatable {
        let lesson: String
        let question: String
    }

    /// A question that was answered once.
    struct Candidate: Sendable, Equatable {
        let asked: Asked
        let lastAnswered: Date
    }

    let questions: [Asked]
    private(set) var index = 0
    /// Where the learner was before: goes on there.
    let returning: Session.Reading?

    var current: Asked { questions[index] }
    /// 1-based.
    var number: Int { index + 1 }
    var count: Int { questions.count }

    init?(_ questions: [Asked], returning: Session.Reading?) {
        if questions.isEmpty { return nil }
        self.questions = questions
        self.returning = returning
    }

    /// False if that was the last.
    mutating func advance() -> Bool {
        guard index + 1 < questions.count else { return false }
        index += 1
        return true
    }

    /// Those whose time has come: within a lesson the longest ago first, and one from each lesson in turn.
    ///
    /// - Parameter candidates: in the order of the course.
    static func due(_ candidates: [Candidate], at now: Date) -> [Asked] {
        var lessons: [String] = []
        var waiting: [String: [Candidate]] = [:]
        for candidate in candidates where due(candidate) <= now {
            if waiting[candidate.asked.lesson] == nil { lessons.append(candidate.asked.lesson) }
            waiting[candidate.asked.lesson, default: []].append(candidate)
        }
        // Sorting is not promised to be stable: equal times keep the order of the course by their index.
        for (lesson, list) in waiting {
            waiting[lesson] = list.enumerated()
                .sorted { ($0.element.lastAnswered, $0.offset) < ($1.element.lastAnswered, $1.offset) }.map(\.element)
        }
        var chosen: [Asked] = []
        while chosen.count < longest {
            let round = lessons.compactMap { lesson in
                waiting[lesson].flatMap { $0.isEmpty ? nil : waiting[lesson]?.removeFirst() }
            }
            guard !round.isEmpty else { break }
            chosen += round.map(\.asked)
        }
        return Array(chosen.prefix(longest))
    }

    /// When a question is asked again.
    static func due(_ candidate: Candidate) -> Date {
        candidate.lastAnswered.addingTimeInterval(Double(intervalInDays) * 86_400)
    }
}
