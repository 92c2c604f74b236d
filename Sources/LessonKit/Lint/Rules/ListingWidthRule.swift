extension LintRule {
    /// In columns: what the narrowest usual terminal and a printed page hold.
    static let widestListing = 80

    static let listingWidth = LintRule(
        "listing-width",
        "No line of a listing or transcript is wider than \(widestListing) columns."
    ) { course in
        var diagnostics: [Diagnostic] = []
        func check(_ text: String, below first: SourcePosition) {
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where line.count > widestListing {
                diagnostics.append(
                    Diagnostic(
                        at: SourcePosition(file: first.file, line: first.line + index, column: widestListing + 1),
                        "a line of \(line.count) columns; break it (\(widestListing) are the most)"
                    )
                )
            }
        }
        for lesson in course.lessons {
            for item in lesson.items {
                if case .demo(let slice) = item {
                    // The directive stands on the line above the fence.
                    let fence = SourcePosition(file: slice.position.file, line: slice.position.line + 2)
                    check(slice.code, below: fence)
                }
            }
            for block in lesson.allBlocks.flatMap(\.withInner) {
                guard case .code(_, let text) = block.kind else { continue }
                check(text, below: SourcePosition(file: block.position.file, line: block.position.line + 1))
            }
        }
        return diagnostics
    }
}
