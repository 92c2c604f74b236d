extension LintRule {
    static let altText = LintRule(
        "alt-text",
        "Every picture says in words what it shows, for whoever cannot see it."
    ) { course in
        course.linkedBlocks.flatMap(\.runs).flatMap(\.inlines).flatMap(\.withInner).compactMap { inline in
            guard case .image(let image) = inline, !image.alt.contains(where: \.isLetter) else { return nil }
            return Diagnostic(
                at: image.position,
                "the picture '\(image.source)' has no words; write '![what it shows](\(image.source))'"
            )
        }
    }
}

extension LintCourse {
    /// Every block that can hold links and pictures: the lessons' and the other documents'.
    var linkedBlocks: [Block] {
        let documents = selection == nil ? texts.keys.filter { $0.hasSuffix(".md") && !$0.contains("/") }.sorted() : []
        return lessons.flatMap(\.allBlocks) + documents.compactMap(document).flatMap(\.blocks)
    }
}
