import Foundation
import Testing

@testable import TutorKit

@Suite struct HighlightingTests {
    /// `kind:text` of everything that is coloured.
    private func coloured(_ source: String, _ language: CodeLanguage) -> [String] {
        language.tokens(source).filter { $0.kind != .plain }.map { "\($0.kind):\($0.text)" }
    }

    @Test(arguments: [
        ("let n: Int = 0xFE_1 + 1.5e-3", ["keyword:let", "typeName:Int", "number:0xFE_1", "number:1.5e-3"]),
        ("try await sleep(for: .seconds(2)) // 2 s", ["keyword:try", "keyword:await", "number:2", "comment:// 2 s"]),
        ("a /* b /* c */ d */ e", ["comment:/* b /* c */ d */"]),
        (#"print("a \(f("b")) c")"#, [#"string:"a \("#, #"string:"b""#, #"string:) c""#]),
        (##"#"a \(b) \#(c)"#"##, [##"string:#"a \(b) \#("##, ##"string:)"#"##]),
        ("\"\"\"\n a \"b\"\n\"\"\" if", ["string:\"\"\"\n a \"b\"\n\"\"\"", "keyword:if"]),
        ("@main struct A { x.default; case `in` }", ["keyword:@main", "keyword:struct", "typeName:A", "keyword:case"]),
        ("#if DEBUG", ["keyword:#if", "typeName:DEBUG"]),
        ("\"open\nlet", ["string:\"open", "keyword:let"]),
        ("0...9", ["number:0", "number:9"]),
    ])
    func swiftIsKnown(source: String, tokens: [String]) {
        #expect(coloured(source, .swift) == tokens)
    }

    @Test(arguments: [
        ("async def f(): # hi", ["keyword:async", "keyword:def", "comment:# hi"]),
        ("x = f\"a {g('b')!r} {{c}}\" + r'\\'", ["string:f\"a {", "string:'b'", "string:} {{c}}\"", "string:r'\\'"]),
        ("'''a\n'b' \"\"\" c''' if", ["string:'''a\n'b' \"\"\" c'''", "keyword:if"]),
        ("@dataclass\nclass A: a @ b", ["keyword:@dataclass", "keyword:class", "typeName:A"]),
        ("self.match(None, 1_0)", ["keyword:None", "number:1_0"]),
        ("'open\nreturn", ["string:'open", "keyword:return"]),
    ])
    func pythonIsKnown(source: String, tokens: [String]) {
        #expect(coloured(source, .python) == tokens)
    }

    /// Every program of the course and of the project, in both languages' eyes.
    @Test func takingTheColoursAwayGivesTheSourceBack() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var count = 0
        for folder in ["Lessons", "Sources", "Tests/Conformance"] {
            let files = FileManager.default.enumerator(
                at: root.appendingPathComponent(folder),
                includingPropertiesForKeys: nil
            )
            for case let file as URL in files ?? .init() where ["swift", "py"].contains(file.pathExtension) {
                check(try String(contentsOf: file, encoding: .utf8))
                count += 1
            }
        }
        #expect(count > 200)
    }

    /// What is no program at all, too: quotes, fences and brackets in any order.
    @Test func nothingIsLostOfAnyText() {
        let pieces = [
            "\"", "'", "\\", "(", ")", "{", "}", "#", "\n", "/*", "*/", "//", "f", "é", "👩‍👩‍👧", "1", ".", "e-", "@", "\t",
            "\u{1B}[",
        ]
        var state: UInt64 = 1
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            check(text)
        }
    }

    @Test func longHostileSourceTakesLinearTime() {
        let deep = String(repeating: "\"\\(", count: 100_000) + String(repeating: "a (", count: 100_000)
        for language in CodeLanguage.allCases {
            #expect(language.tokens(deep).map(\.text).joined() == deep)
        }
    }

    private func check(_ source: String) {
        let expected = StyledText(linesOf: source).plain
        for language in CodeLanguage.allCases {
            #expect(language.tokens(source).map(\.text).joined() == source)
            let lines = StyledText(language.styled(source))
            let colours = TerminalText(lines, colours: true).text
            let stripped = Theme.sequences.reduce(colours) { $0.replacing($1, with: "") }
            #expect(stripped == expected)
        }
    }
}
