import Testing

@testable import TutorKit

/// What is shown of a snippet's output.
@Suite struct SnippetOutputTests {
    @Test func whatCameBeforeTheSnippetAndTheMarksAreHiddenHoweverTheOutputArrives() {
        let whole = "old\n\u{1}begin 1500000000\u{2}\nnew\n\u{1}value\u{2}\r\n42\n"
        for size in 1...whole.count {
            var output = SnippetOutput()
            var shown = ""
            var rest = whole[...]
            while !rest.isEmpty {
                shown += output.shown(of: String(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(shown == "new\n42\n", "in pieces of \(size)")
            #expect(output.beginning == .milliseconds(1500))
            #expect(output.hasValue)
        }
    }

    @Test func aProgramsOwnControlCharactersPass() {
        var output = SnippetOutput()
        _ = output.shown(of: "\u{1}begin 0\u{2}\n")
        #expect(output.shown(of: "a\u{1}b\nc") == "a\u{1}b\nc")
        #expect(output.shown(of: "\u{1}" + String(repeating: "x", count: 60) + "\n").count == 62)
    }
}
