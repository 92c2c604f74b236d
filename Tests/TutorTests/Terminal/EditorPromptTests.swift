import Testing

@testable import tutor

struct EditorPromptTests {
    /// `{` and `}` stand for the escape sequences, `|` for libedit's marker.
    @Test(arguments: [
        ("tutor> ", "tutor> ", "tutor> "),
        ("{ab} > ", "|{|a|{|b|}| > ", "ab > "),
        ("{ab}", "|{|a|{|b|}| ", "ab "),
        ("{a > }", "|{|a|{| |{|>|}| ", "a > "),
        ("{}", "|}| ", " "),
        ("a{", "a|{| ", "a "),
        ("", "", ""),
    ])
    func everyEscapeSequenceStandsBetweenMarkersAndNoneIsLast(text: String, marked: String, visible: String) {
        let prompt = EditorPrompt(text.coloured, colours: true)
        #expect(prompt.marked.readable == marked)
        #expect(prompt.visible == visible)
    }

    @Test func aTerminalWithoutColoursIsShownNone() {
        let prompt = EditorPrompt("{above}\n{tutor}> ".coloured, colours: false)
        #expect(prompt.above == "above\n")
        #expect(prompt.marked == "tutor> ")
    }

    @Test func onlyTheLastLineIsLeftToLibedit() {
        let prompt = EditorPrompt("one\ntwo\nthree> ", colours: true)
        #expect(prompt.above == "one\ntwo\n")
        #expect(prompt.marked == "three> ")
    }

    @Test func brokenSequencesAndControlCharactersAreDropped() {
        #expect(EditorPrompt("a\u{7}b\u{1}c\u{1B}[31", colours: true).marked == "abc")
        #expect(EditorPrompt("\u{1B}", colours: true).marked == "")
    }
}

extension String {
    fileprivate var coloured: String {
        replacing("{", with: "\u{1B}[32m").replacing("}", with: "\u{1B}[0m")
    }

    fileprivate var readable: String {
        replacing("\u{1B}[32m", with: "{").replacing("\u{1B}[0m", with: "}").replacing("\u{1}", with: "|")
    }
}
