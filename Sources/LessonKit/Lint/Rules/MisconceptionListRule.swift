extension LintRule {
    static let misconceptionList = LintRule(
        "misconceptions",
        "misconceptions.md says of every misconception what is believed, what is true and where it is known from; "
            + "every id of a lesson is in it, and every id of it in a lesson."
    ) { course in
        let used = course.usedMisconceptions
        guard let document = course.document(LintCourse.misconceptions) else {
            return used.isEmpty || course.selection != nil
                ? []
                : [
                    Diagnostic(
                        at: SourcePosition(file: course.path(of: LintCourse.misconceptions), line: 1),
                        "this file is missing; it lists the misconceptions of the lessons, \(Set(used.map(\.id)).count) in all"
                    )
                ]
        }
        let list = MisconceptionList(document)
        var diagnostics = list.diagnostics
        let known = list.entries.map(\.id)
        let knownIDs = Set(known)
        var reported: Set<String> = []
        for use in used where !knownIDs.contains(use.id) && reported.insert(use.id).inserted {
            diagnostics.append(
                Diagnostic(
                    at: use.position,
                    "'\(use.id)' is not in \(LintCourse.misconceptions)\(Suggestion.clause(for: use.id, among: known))"
                )
            )
        }
        // Of lessons that are left out or cannot be read, nobody knows what they use.
        guard course.selection == nil, course.lessons.count == course.entries.count else { return diagnostics }
        let usedIDs = Set(used.map(\.id))
        for entry in list.entries where !usedIDs.contains(entry.id) {
            diagnostics.append(Diagnostic(at: entry.position, "no lesson has an answer for '\(entry.id)'"))
        }
        return diagnostics
    }
}

extension LintCourse {
    /// Every id behind a wrong answer, with a place where it is used.
    var usedMisconceptions: [(id: String, position: SourcePosition)] {
        lessons.flatMap(\.questions).flatMap { question in
            question.feedback.compactMap { said in
                said.misconception.map { ($0, said.blocks.first?.position ?? question.position) }
            }
        }
    }
}
