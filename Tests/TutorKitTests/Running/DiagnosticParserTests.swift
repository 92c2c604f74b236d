import Testing

@testable import TutorKit

@Suite struct DiagnosticParserTests {
    private let layout: SourceLayout

    init() throws {
        layout = try SourceLayout([
            SourceFile(name: "/home/ada/b.swift", text: "one\nlet é = f()\nthree\n"),
            SourceFile(name: "a.swift", text: "one\ntwo\n"),
        ])
    }

    private func parse(_ text: String) -> [CompileDiagnostic] {
        DiagnosticParser(layout).diagnostics(in: text, order: layout)
    }

    @Test func errorsComeFirstThenThePositionInTheOrderOfTheFiles() {
        let found = parse(
            """
            a.swift:2:1: error: last [x]
            two
            ^
            b.swift:1:2: warning: careful [y] [#Careful]
            one
             ^
            b.swift:3:1: error: second [z]
            three
            ^~~
            b.swift:1:1: error: first [z]
            one
            ^
            """
        )
        #expect(found.map(\.message) == ["first", "second", "last", "careful"])
        #expect(found[0].file == "/home/ada/b.swift")
        #expect(found[3].identifier == "y" && found[3].group == "Careful")
        #expect(found[1].caretLine == "^~~")
    }

    @Test func notesBelongToWhatTheyExplain() {
        let found = parse(
            """
            b.swift:3:1: error: wrong [x]
            three
            ^
            b.swift:1:1: note: declared here [n]
            one
            ^
            fix me
            b.swift:1:1: error: wrong too [x]
            """
        )
        #expect(found.map(\.message) == ["wrong too", "wrong"])
        #expect(found[1].notes.map(\.message) == ["declared here"])
    }

    @Test func columnsCountCharactersAndCaretsAreDrawnWhereTheCompilerDrawsNone() {
        // é is two bytes, so the compiler's column 10 is the ninth character.
        let found = parse("b.swift:2:10: error: wrong [x]\nlet é = f()\n")
        #expect(found[0].column == 9)
        #expect(found[0].caretLine == "        ^")
    }

    @Test func whatIsSaidTwiceIsKeptOnce() {
        #expect(parse("a.swift:1:1: error: twice [x]\none\n^\na.swift:1:1: error: twice [x]\none\n^\n").count == 1)
    }

    @Test func errorsWithoutAPlaceComeLast() {
        let found = parse(
            "<unknown>:0: error: unknown argument: '-x'\nerror: link command failed\na.swift:1:1: error: here\n"
        )
        #expect(found.map(\.message) == ["here", "unknown argument: '-x'", "link command failed"])
        #expect(found[1].file == nil)
        #expect(found[1].description == "error: unknown argument: '-x'")
    }

    @Test func aMessageInBracketsIsNoIdentifier() {
        #expect(parse("a.swift:1:1: error: use '[Int]'\n")[0].identifier == nil)
        #expect(parse("a.swift:1:1: error: use [a, b]\n")[0].message == "use [a, b]")
    }

    @Test(arguments: [
        "", "\n\n", ":::", "error:", ": error: ", "1:2: error: x", "a.swift:x:1: error: y",
        "a.swift:-1:99999999999999999999: error: z", "a.swift:0:0: error: z\n", "a.swift:1:-5: error: z\none\n",
        "a.swift:1:9223372036854775807: error: z\none",
    ])
    func strangeTextIsSurvived(_ text: String) {
        #expect(parse(text).count <= 1)
    }
}
