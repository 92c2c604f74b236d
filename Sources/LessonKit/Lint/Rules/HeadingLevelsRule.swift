extension LintRule {
    static let headingLevels = LintRule(
        "heading-levels",
        "Headings go down one level at a time, as an outline does."
    ) { course in
        var diagnostics: [Diagnostic] = []
        for lesson in course.lessons {
            // The title.
            var above = 1
            for block in lesson.items.flatMap(\.textBlocks) {
                guard case .heading(let level, let inlines) = block.kind else { continue }
                if level > above + 1 {
                    let mark = String(repeating: "#", count: above + 1)
                    diagnostics.append(
                        Diagnostic(
                            at: block.position,
                            "'\(inlines.plainText)' is a heading of level \(level) below one of level \(above); "
                                + "write '\(mark) \(inlines.plainText)'"
                        )
                    )
                }
                above = level
            }
        }
        return diagnostics
    }
}

extension LessonItem {
    /// The blocks of prose; nothing of demos and questions.
    var textBlocks: [Block] { if case .prose(let block) = self { [block] } else { [] } }
}
