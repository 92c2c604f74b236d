import Foundation
import Testing

@testable import TutorKit

/// Which questions come back, and when.
@Suite struct ReviewTests {
    private let now = Date(timeIntervalSince1970: 100 * 86_400)

    private func candidate(_ lesson: String, _ question: String, daysAgo days: Double) -> Review.Candidate {
        Review.Candidate(
            asked: Review.Asked(lesson: lesson, question: question),
            lastAnswered: now.addingTimeInterval(-days * 86_400)
        )
    }

    @Test func questionsComeBackAfterTheIntervalAndNotBefore() {
        let due = Review.due([candidate("a", "early", daysAgo: 2.99), candidate("a", "due", daysAgo: 3)], at: now)
        #expect(due.map(\.question) == ["due"])
    }

    @Test func lessonsTakeTurnsAndTheLongestAgoComesFirst() {
        let due = Review.due(
            [
                candidate("a", "a1", daysAgo: 4), candidate("a", "a2", daysAgo: 9), candidate("a", "a3", daysAgo: 5),
                candidate("b", "b1", daysAgo: 4), candidate("c", "c1", daysAgo: 30), candidate("c", "c2", daysAgo: 31),
            ],
            at: now
        )
        #expect(due.map(\.question) == ["a2", "b1", "c2", "a3", "c1", "a1"])
    }

    @Test func equalTimesKeepTheOrderOfTheCourse() {
        let names = (1...6).map { "q\($0)" }
        let due = Review.due(names.map { candidate("a", $0, daysAgo: 7) }, at: now)
        #expect(due.map(\.question) == names)
    }

    @Test func aReviewIsAShortSitting() {
        let many = (0..<50).map { candidate("lesson\($0 % 4)", "q\($0)", daysAgo: 10) }
        #expect(Review.due(many, at: now).count == Review.longest)
    }

    @Test func aWrongAnswerCountsAsAnAnswerAndOneThatCouldNotBeJudgedDoesNot() {
        func attempt(_ judgement: JournalEntry.Judgement, _ time: Date, _ number: Int) -> JournalEntry {
            let attempt = JournalEntry.Attempt(
                lesson: "a",
                question: "q",
                contentHash: "h",
                answer: "x",
                judgement: judgement,
                points: 0
            )
            return JournalEntry(number: number, time: time, session: "s", kind: .attempt(attempt))
        }
        let (first, second) = (Date(timeIntervalSince1970: 1), Date(timeIntervalSince1970: 2))
        #expect(Progress([attempt(.wrong, first, 1)]).question("q").lastAnswered == first)
        let progress = Progress([attempt(.right, first, 1), attempt(.couldNotTell, second, 2)])
        #expect(progress.question("q").lastAnswered == first)
    }
}
