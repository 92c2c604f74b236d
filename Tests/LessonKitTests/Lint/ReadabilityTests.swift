import Testing

@testable import LessonKit

struct ReadabilityTests {
    private func lesson(_ text: String) throws -> Lesson {
        let folder = LessonFolder(
            number: 1,
            id: "t",
            path: "t",
            files: ["lesson.md": "<!-- lesson minutes=1 -->\n# T\n\n\(text)\n"]
        )
        return try LessonParser.parse(folder).get()
    }

    @Test(arguments: [
        ("the", 1), ("cat", 1), ("table", 2), ("time", 1), ("waited", 2), ("asked", 1), ("tasks", 1), ("coroutine", 3),
        ("cancellation", 4), ("queue", 1), ("`anything at all`", 1), ("3", 1), ("idea", 2),
    ])
    func syllablesAreThoseThatAreHeard(word: String, count: Int) {
        #expect(Readability.syllables(word) == count)
    }

    /// 0.39 × 6 + 11.8 × 6/6 − 15.59 is below 0; 0.39 × 3 + 11.8 × 11/3 − 15.59 = 28.85.
    @Test func theGradeIsThatOfTheFormula() throws {
        #expect(Readability(try lesson("The cat sat on the mat.")).grade == 0)
        let hard = Readability(try lesson("Cooperative cancellation propagates."))
        #expect(hard.words == 3)
        #expect(hard.syllables == 11)
        #expect(abs(hard.grade - 28.847) < 0.001)
    }

    @Test func headingsListingsAndTablesDoNotCount() throws {
        let text = "## Heading of many words\n\nOne. Two.\n\n```text\ncode here\n```\n\n| a | b |\n|---|---|\n| c | d |"
        let readability = Readability(try lesson(text))
        #expect(readability.sentences == 2)
        #expect(readability.words == 2)
    }

    @Test(arguments: [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("It takes 3.5 s. (Yes.) \"No.\" So", ["It takes 3.5 s.", "(Yes.)", "\"No.\"", "So"]),
        ("Use e.g. this, or asyncio.gather and so on.", ["Use e.g. this, or asyncio.gather and so on."]),
        ("Call `a. B` now. *Then* [go on](x.md).", ["Call `a.\u{A0}B` now.", "Then go on."]),
        ("A – dash.", ["A dash."]),
        ("", []),
    ])
    func sentencesEndWhereAReaderPauses(text: String, sentences: [String]) {
        let blocks = MarkdownDocument(parsing: text, file: "f").blocks
        #expect(blocks.flatMap(\.runs).flatMap(Sentence.sentences(of:)).map(\.text) == sentences)
    }

    @Test func aSentenceKnowsItsLine() {
        let blocks = MarkdownDocument(parsing: "> One\n> is here. Two\n> goes on.\n", file: "f").blocks
        let lines = blocks.flatMap(\.runs).flatMap(Sentence.sentences(of:)).map(\.position.line)
        #expect(lines == [1, 2])
    }
}
