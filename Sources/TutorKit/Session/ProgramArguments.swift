/// A program's arguments as they are typed: words between blanks. Quotes hold a word together.
enum ProgramArguments {
    struct UnclosedQuote: Error, Equatable {
        let quote: Character
    }

    /// "a 'b c'" gives "a" and "b c". Nothing is escaped, and nothing is expanded.
    static func words(_ text: some StringProtocol) throws(UnclosedQuote) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            switch character {
            case quote: quote = nil
            case _ where quote != nil: word?.append(character)
            case "'", "\"":
                quote = character
                word = word ?? ""
            case _ where character.isWhitespace:
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let quote { throw UnclosedQuote(quote: quote) }
        return words + [word].compactMap { $0 }
    }
}
