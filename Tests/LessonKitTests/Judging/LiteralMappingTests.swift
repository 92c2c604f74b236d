import LessonKit
import Testing

struct LiteralMappingTests {
    @Test(arguments: [
        ("True", "true"), ("[True, False, None]", "[true, false, nil]"), ("Truely None_ xNone", "Truely None_ xNone"),
        ("None.", "nil."), ("'a'", "\"a\""), ("['Result 1', 'Result 2']", "[\"Result 1\", \"Result 2\"]"),
        ("'True'", "\"True\""), ("\"it's\"", "\"it's\""), (#"'it\'s'"#, "\"it's\""), (#"'say "x"'"#, #""say \"x\"""#),
        (#"'a\n\\b'"#, #""a\n\\b""#), (#"'\x1b\u2028'"#, #""\u{1b}\u{2028}""#), (#"'\xZZ'"#, #""\xZZ""#),
        ("don't stop, it's 'fine'", "don't stop, it's \"fine\""), ("'unclosed", "'unclosed"), ("''", "\"\""), ("", ""),
        ("a='b'", "a=\"b\""), ("été None", "été nil"), ("'\\", "'\\"),
    ])
    func pythonsLiteralsBecomeSwifts(python: String, swift: String) {
        #expect(LiteralMapping.swift(fromPython: python) == swift)
    }

    @Test(arguments: [
        "true", "[\"a\", nil]", "plain text", "\"quoted\"", "\"a\\\"b\"", "\"\\u{1b}\"",
    ])
    func whatSwiftPrintsStaysAsItIs(_ line: String) {
        #expect(LiteralMapping.swift(fromPython: line) == line)
    }
}
