extension LintRule {
    static let glossary = LintRule(
        "glossary",
        "The glossary's words stand in the order of the alphabet, each once, each explained."
    ) { course in
        guard course.selection == nil, let document = course.document(LintCourse.glossary) else { return [] }
        var diagnostics = document.diagnostics
        var last: (word: String, key: String)?
        for (index, block) in document.blocks.enumerated() {
            guard case .heading(level: 2, let inlines) = block.kind else { continue }
            let word = inlines.plainText
            let key = word.lowercased()
            if let last, key == last.key {
                diagnostics.append(Diagnostic(at: block.position, "'\(word)' is explained twice"))
            } else if let last, key < last.key {
                diagnostics.append(Diagnostic(at: block.position, "'\(word)' stands behind '\(last.word)'; sort them"))
            }
            let isExplained = index + 1 < document.blocks.count && !document.blocks[index + 1].isHeading
            if !isExplained { diagnostics.append(Diagnostic(at: block.position, "'\(word)' is not explained")) }
            last = (word, key)
        }
        return diagnostics
    }
}

extension Block {
    var isHeading: Bool { if case .heading = kind { true } else { false } }
}
