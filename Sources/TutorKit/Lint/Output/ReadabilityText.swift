import Foundation
import LessonKit

/// How hard each lesson is to read, as a table.
///
///     lesson      words  sentences  words per sentence  grade
///     coroutines   2310        254                 9.1    4.2
public enum ReadabilityText {
    public static func text(_ lessons: [Lesson]) -> String {
        let head = ["lesson", "words", "sentences", "words per sentence", "grade"]
        let rows = lessons.map { lesson in
            let readability = Readability(lesson)
            return [
                lesson.id, "\(readability.words)", "\(readability.sentences)",
                tenths(readability.wordsPerSentence), tenths(readability.grade),
            ]
        }
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let lines = ([head] + rows).map { row in
            zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
        }
        return lines.map { $0 + "\n" }.joined()
            + "\nThe grade is Flesch and Kincaid's: the school year after which a reader of English follows the text.\n"
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
