import LessonKit

/// A part of a lesson: text to read up to the next question, and that question.
///
/// The last part may have no question.
public struct Stop: Sendable, Equatable {
    public let items: [LessonItem]
    public let question: Question?
    /// The index of the first of `items` in the lesson.
    public let firstItem: Int

    /// How the journal refers to it: by the question, which outlives edits of the text.
    var place: JournalEntry.Place {
        question.map { .question($0.id) } ?? .item(firstItem)
    }
}

extension Lesson {
    /// The lesson cut after each question.
    var stops: [Stop] {
        var stops: [Stop] = []
        var items: [LessonItem] = []
        var first = 0
        for (index, item) in self.items.enumerated() {
            if case .question(let question) = item {
                stops.append(Stop(items: items, question: question, firstItem: first))
                items = []
                first = index + 1
            } else {
                items.append(item)
            }
        }
        if !items.isEmpty || stops.isEmpty { stops.append(Stop(items: items, question: nil, firstItem: first)) }
        return stops
    }
}
