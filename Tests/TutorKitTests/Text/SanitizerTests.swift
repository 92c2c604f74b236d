import Testing

@testable import TutorKit

@Suite struct SanitizerTests {
    @Test(arguments: [
        ("plain text, 日本語 and é 👩‍👩‍👧", "plain text, 日本語 and é 👩‍👩‍👧"),
        ("two\nlines\n", "two\nlines\n"),
        ("\u{1B}[2J\u{1B}]0;title\u{7}", "^[[2J^[]0;title^G"),
        ("a\rb\r\nc", "a^Mb^M\nc"),
        ("\u{0}\u{8}\u{7F}", "^@^H^?"),
        ("\u{9B}31m\u{85}", "U+009B31mU+0085"),
        ("if \u{202E}nimda\u{2066}", "if U+202EnimdaU+2066"),
        ("\u{61C}\u{200E}\u{2028}\u{2029}", "U+061CU+200EU+2028U+2029"),
        ("\ta\tbb\t日\tx", "        a       bb      日      x"),
        ("12345678\tx\n\ty", "12345678        x\n        y"),
        ("\u{1B}[\tx", "^[[     x"),
    ])
    func onlyNewlinesAndPrintableTextPass(raw: String, safe: String) {
        #expect(Sanitizer.text(raw) == safe)
    }

    @Test func lineStaysOnOneLine() {
        #expect(Sanitizer.line("a\nb\tc\r\n") == "a^Jb^Ic^M^J")
    }

    @Test func noScalarComesThroughThatATerminalObeys() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for safe in Sanitizer.line(String(Character(scalar))).unicodeScalars {
                #expect(safe.properties.generalCategory != .control && !safe.properties.isBidiControl)
            }
        }
    }

    @Test func whatIsSafeStaysSafe() {
        let safe = Sanitizer.text("\u{1B}[0m\tx\u{202E}\n")
        #expect(Sanitizer.text(safe) == safe)
    }

    @Test func longHostileTextTakesLinearTime() {
        let hostile = String(repeating: "\t\u{1B}é", count: 200_000)
        #expect(Sanitizer.text(hostile).hasSuffix("^[é"))
    }
}
