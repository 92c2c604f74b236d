import Testing

@testable import TutorKit

@Suite struct ProgramArgumentsTests {
    @Test func wordsAreWhatStandsBetweenBlanks() throws {
        #expect(try ProgramArguments.words("  10 --fast\t日本 ") == ["10", "--fast", "日本"])
        #expect(try ProgramArguments.words("") == [])
    }

    @Test func quotesHoldAWordTogetherAndMayBeEmpty() throws {
        #expect(try ProgramArguments.words(#"'a b'c "it's" """#) == ["a bc", "it's", ""])
    }

    @Test func aQuoteThatIsNotClosedIsNamed() {
        #expect(throws: ProgramArguments.UnclosedQuote(quote: "'")) { try ProgramArguments.words("it's") }
    }
}
