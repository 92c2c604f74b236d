/// How hard a text is to read: the Flesch–Kincaid grade (Kincaid and others 1975, Research Branch Report 8-75), the school
/// year after which a reader of English follows it.
///
///     0.39 × words per sentence + 11.8 × syllables per word − 15.59
///
/// Headings, listings and the cells of tables do not count; a piece of code in a sentence counts as a word of one syllable.
public struct Readability: Sendable, Equatable {
    public let sentences: Int
    public let words: Int
    public let syllables: Int

    public init(_ lesson: Lesson) {
        var (sentences, words, syllables) = (0, 0, 0)
        for block in lesson.allBlocks.flatMap(\.withInner) {
            guard case .paragraph = block.kind else { continue }
            for sentence in block.runs.flatMap(Sentence.sentences(of:)) {
                sentences += 1
                words += sentence.words.count
                syllables += sentence.words.map(Self.syllables).reduce(0, +)
            }
        }
        self.sentences = sentences
        self.words = words
        self.syllables = syllables
    }

    public var wordsPerSentence: Double { sentences == 0 ? 0 : Double(words) / Double(sentences) }

    /// Never below 0.
    public var grade: Double {
        guard words > 0 else { return 0 }
        return max(0, 0.39 * wordsPerSentence + 11.8 * Double(syllables) / Double(words) - 15.59)
    }

    /// As English is mostly spoken: groups of vowels, without an `e` that is not heard at the end. At least 1.
    static func syllables(_ word: String) -> Int {
        let letters = word.contains("`") ? [] : word.lowercased().filter { $0.isASCII && $0.isLetter }.map { $0 }
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let ending = letters.suffix(3)
        let isSilent =
            ending.last == "e" && !wasTable(ending)
            || ending.suffix(2) == ["e", "d"] && !"td".contains(ending.first ?? "t")
            || ending.suffix(2) == ["e", "s"] && !"sxzcgh".contains(ending.first ?? "s")
        if isSilent, count > 1 { count -= 1 }
        return max(1, count)
    }

    /// `ta-ble` against `time`.
    private static func wasTable(_ ending: ArraySlice<Character>) -> Bool {
        let ending = Array(ending)
        return ending.count == 3 && ending[1] == "l" && !"aeiouy".contains(ending[0])
    }
}
