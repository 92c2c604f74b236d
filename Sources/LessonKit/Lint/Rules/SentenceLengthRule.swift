extension LintRule {
    /// Of words. A sentence longer than this cannot be read aloud in one breath.
    static let longestSentence = 30

    static let sentenceLength = LintRule(
        "sentence-length",
        "No sentence of a lesson has more than \(longestSentence) words."
    ) { course in
        course.lessons.flatMap(\.allBlocks).flatMap(\.runs).flatMap(Sentence.sentences(of:)).compactMap { sentence in
            guard sentence.words.count > longestSentence else { return nil }
            let beginning = sentence.words.prefix(6).joined(separator: " ")
            return Diagnostic(
                at: sentence.position,
                "a sentence of \(sentence.words.count) words, '\(beginning) …'; "
                    + "make two of it (\(longestSentence) are the most)"
            )
        }
    }
}
