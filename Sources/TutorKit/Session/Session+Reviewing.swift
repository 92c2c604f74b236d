import Foundation
import LessonKit

extension Session {
    mutating func beginReview() -> [SessionEffect] {
        let candidates = catalog.lessons.flatMap { lesson in
            // The program of a passed exercise is still there: it could only be checked again.
            lesson.questions.filter { !$0.isCode }.compactMap { question in
                progress.question(question.id).lastAnswered.map {
                    Review.Candidate(asked: Review.Asked(lesson: lesson.id, question: question.id), lastAnswered: $0)
                }
            }
        }
        guard !candidates.isEmpty else {
            return [.show(.words("There is nothing to review yet: you have answered no question."))]
        }
        let returning = review?.returning ?? reading
        guard let review = Review(Review.due(candidates, at: now()), returning: returning) else {
            let next = candidates.map(Review.due).min() ?? now()
            let days = max(1, Int((next.timeIntervalSince(now()) / 86_400).rounded(.up)))
            return [
                .show(
                    .words("Nothing is due. The next question comes back in \(days == 1 ? "a day" : "\(days) days").")
                )
            ]
        }
        self.review = review
        let count = review.count == 1 ? "One question" : "\(review.count) questions"
        return [
            .show(.words("\(count) that you have answered before. `next` leaves one out, `back` ends the review."))
        ] + showReviewed()
    }

    /// Goes on to the next question of the review, or back to where the learner was.
    mutating func nextInReview() -> [SessionEffect] {
        isQuestionOpen = false
        guard review?.advance() == true else { return endReview(".") }
        return showReviewed()
    }

    mutating func endReview(_ end: String) -> [SessionEffect] {
        guard let review else { return [] }
        reading = review.returning
        self.review = nil
        isQuestionOpen = false
        let place = reading.map { " You are in \($0.lesson.id) again; `show` or `next` goes on." } ?? ""
        return [.show(.words("End of the review\(end)\(place)"))]
    }

    private mutating func showReviewed() -> [SessionEffect] {
        guard let review, let lesson = catalog.lesson(id: review.current.lesson) else { return [] }
        let stops = lesson.stops
        guard let index = stops.firstIndex(where: { $0.question?.id == review.current.question }) else { return [] }
        reading = Reading(lesson: lesson, stops: stops, index: index)
        guard let question else { return [] }
        var effects: [SessionEffect] = [.show(.words("From \(lesson.id): \(lesson.title)"))]
        // The program that it asks about, which is not on the screen any more.
        if let slice = lastDemoShown {
            effects.append(.show(.blocks(slice.blocks)))
        }
        return effects + [.show(.blocks(question.shownBlocks)), .show(.words(question.invitation))]
    }

    private var lastDemoShown: LessonItem? {
        reading?.stops[...(reading?.index ?? 0)].flatMap(\.items).last { if case .demo = $0 { true } else { false } }
    }
}
