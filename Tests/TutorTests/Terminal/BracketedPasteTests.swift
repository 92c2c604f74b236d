import Testing

@testable import tutor

struct BracketedPasteTests {
    @Test(arguments: [
        ("a\rb\r\nc\nd\u{1B}[201~", "a\nb\nc\nd"),
        ("\u{1B}[201~", ""),
        ("a\u{1B}[31mred\u{7}\tb\u{1B}[201~", "a[31mred\tb"),
        ("a\u{1B}[20\u{1B}[201~", "a[20"),
        ("日本\u{9B}😀\u{1B}[201~", "日本😀"),
        ("turned \u{202E}\u{200F}round\u{1B}[201~", "turned round"),
        ("the input ends", "the input ends"),
    ])
    func textRunsToTheEndMarkWithPlainNewlines(typed: String, text: String) {
        var keys = typed.unicodeScalars.makeIterator()
        #expect(String(String.UnicodeScalarView(BracketedPaste.text { keys.next() })) == text)
    }

    @Test func whatFollowsTheEndMarkIsLeftToTheEditor() {
        var keys = "a\u{1B}[201~b".unicodeScalars.makeIterator()
        _ = BracketedPaste.text { keys.next() }
        #expect(keys.next() == "b")
    }

    @Test func aPasteWithoutEndIsBounded() {
        var count = 0
        let text = BracketedPaste.text {
            count += 1
            return count > 2_000_000 ? nil : "x"
        }
        #expect(text.count == 1 << 20)
    }
}
