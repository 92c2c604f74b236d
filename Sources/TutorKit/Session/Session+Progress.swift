import LessonKit

extension Session {
    func showProgress() -> [SessionEffect] {
        let standings = catalog.lessons.map { ($0, standing($0)) }
        let begun = standings.filter { lesson, standing in
            standing.passed + standing.skipped > 0 || lesson.id == reading?.lesson.id
        }
        let all = standings.reduce((passed: 0, questions: 0)) {
            ($0.passed + $1.1.passed, $0.questions + $1.1.questions)
        }
        let total = "Course: \(all.passed) of \(all.questions) questions answered."
        guard !begun.isEmpty else { return [.show(.words("\(total) `open NAME` begins a lesson."))] }
        let rows = begun.map { lesson, standing in
            let (points, possible) = (standing.points, standing.possiblePoints)
            var row = [
                lesson.id, "\(standing)",
                "\(Session.words(points: points)) of \(Session.words(points: possible)) points",
            ]
            if standing.skipped > 0 { row.append("\(standing.skipped) skipped") }
            if standing.changed > 0 { row.append("\(standing.changed) changed since you answered") }
            return row
        }
        return [.show(.columns(rows)), .show(.words(total))]
    }

    /// "2", "1.5": to a tenth.
    static func words(points: Double) -> String {
        let tenths = (points * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }

    mutating func reset(_ rest: String) -> [SessionEffect] {
        if let review {
            reading = review.returning
            self.review = nil
        }
        if rest == "undo" {
            guard progress.canUndoReset else { return [.complain("there is no reset to take back")] }
            return [
                .record(.resetUndone),
                .show(.words("The last reset is taken back: what you had answered counts again.")),
            ]
        }
        if rest == "all" {
            reading = nil
            isQuestionOpen = false
            return [
                .record(.reset(.all)),
                .show(.words("The whole course starts afresh. `lessons` lists it; `reset undo` takes this back.")),
            ]
        }
        if rest == "exercise" { return resetExercise() }
        let lesson: Lesson
        if rest.isEmpty {
            guard let reading else { return [.complain("reset what? `reset LESSON`, or `reset all`")] }
            lesson = reading.lesson
        } else {
            switch catalog.find(rest) {
            case .failure(let problem): return [.complain(problem.description)]
            case .success(let found): lesson = found
            }
        }
        if reading?.lesson.id == lesson.id {
            reading?.index = 0
            isQuestionOpen = false
        }
        return [
            .record(.reset(.lesson(lesson.id))),
            .show(.words("\(lesson.id) starts afresh. `open \(lesson.id)` begins it; `reset undo` takes this back.")),
        ]
    }
}
