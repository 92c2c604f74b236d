import Testing

@testable import TutorKit

/// Cutting what was typed into statements.
@Suite struct SnippetTests {
    private func cut(_ text: String) -> [String] { Snippet(text).items.map(\.text) }

    @Test func linesAndSemicolonsEndStatements() {
        #expect(cut("let a = 1; let b = 2\nprint(a + b)") == ["let a = 1", "let b = 2", "print(a + b)"])
        #expect(cut("\n\n  a\n\n// nothing\n b // c\n/* d\n e */ f") == ["a", "b", "f"])
        #expect(cut("") == [])
    }

    @Test func aStatementGoesOnBehindOperatorsChainsAndKeywords() {
        let whole = [
            "let sum = 1 +\n  2", "let sum = 1\n  + 2", "list\n    .map { $0 }\n    .count",
            "let x =\n    f(1,\n      2)",
            "if a {\n} \nelse {\n}", "do {\n}\ncatch {\n}", "repeat {\n}\nwhile x", "@MainActor\nfunc f() {}",
            "@available(macOS 15, *)\nfunc f() {}", "func f() async\n    throws -> Int\n{ 1 }", "let y = try\n    f()",
            "#if os(Linux)\nlet a = 1\n#else\nlet a = 2\n#endif", "a ? b\n  : c", "x\n    as Int",
        ]
        for text in whole { #expect(cut(text) == [text]) }
    }

    @Test func aPrefixOperatorOrAPostfixMarkEndsNothingAndJoinsNothing() {
        #expect(cut("a!\nb") == ["a!", "b"])
        #expect(cut("a\n-b") == ["a", "-b"])
        #expect(cut("let x: Int?\nx = 1") == ["let x: Int?", "x = 1"])
        #expect(cut("f()\nasync let x = g()") == ["f()", "async let x = g()"])
        #expect(cut("while x {\n}\nwhile y {\n}") == ["while x {\n}", "while y {\n}"])
    }

    @Test func bracketsInStringsAndCommentsAreNone() {
        #expect(cut("print(\"{(\")\nb") == ["print(\"{(\")", "b"])
        #expect(cut("print(#\"\\(\"#)\nb") == ["print(#\"\\(\"#)", "b"])
        #expect(cut("print(\"\\(f(\")\"))\")\nb") == ["print(\"\\(f(\")\"))\")", "b"])
        #expect(cut("let s = \"\"\"\n  (\n  \"\"\"\nb") == ["let s = \"\"\"\n  (\n  \"\"\"", "b"])
        #expect(cut("/* ( /* { */ */ a\nb") == ["a", "b"])
    }

    @Test(arguments: ["func f() {", "gather(", "/* more", "let s = \"\"\"\n a", "[1,\n2"])
    func whatIsOpenIsUnfinished(text: String) { #expect(Snippet(text).isUnfinished) }

    @Test(arguments: ["func f() {}", "print(\"(\")", "}", "let a = 1 // (", "\"half a string"])
    func whatIsClosedIsFinished(text: String) { #expect(!Snippet(text).isUnfinished) }

    @Test func everyKindOfStatementIsTold() {
        func kind(_ text: String) -> SnippetItem.Kind? { Snippet(text).items.first?.kind }
        #expect(kind("import Foundation") == .importing)
        for text in [
            "struct A {}", "final class B {}", "actor C {}", "@MainActor public enum D {}", "extension Int {}",
        ] {
            #expect(kind(text) == .type, "\(text)")
        }
        #expect(kind("private(set) var a = 1") == .variable)
        #expect(kind("async let b = f()") == .variable)
        #expect(kind("nonisolated(unsafe) static var b = 1") == .variable)
        #expect(kind("@Sendable func f() {}") == .function)
        for text in ["if a {}", "for x in y {}", "return", "throw Oops()", "guard a else {}"] {
            #expect(kind(text) == .statement, "\(text)")
        }
        for text in ["1", "actor", "await f()", "a = 2", "[1].map { $0 }", "(1, 2)", "\"s\"", "open(1)"] {
            #expect(kind(text) == .expression, "\(text)")
        }
    }

    @Test func namesAreThoseThatAreDeclared() {
        func names(_ text: String) -> [String] { Snippet(text).items.flatMap(\.names) }
        #expect(names("let (a, _) = (1, 2)") == ["a"])
        #expect(names("var a = f(x, y), b: [Int] = [], `in` = 1") == ["a", "b", "in"])
        #expect(names("func f(_ x: Int) {}") == ["f"])
        #expect(names("struct P<T> {}") == ["P"])
        #expect(names("extension P {}") == [])
    }

    @Test func anyTextAtAllIsCutWithoutATrap() {
        var random = SystemlessGenerator(state: 7)
        let pieces = [
            "(", ")", "{", "}", "\"", "\"\"\"", "#", "\\(", "\n", ";", "@", "let", "try", "é", "/*", "*/", " ", "_",
            "`",
        ]
        for _ in 0..<2000 {
            let text = (0..<12).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            let snippet = Snippet(text)
            for item in snippet.items { #expect(text.contains(item.text)) }
        }
    }
}

/// SplitMix64: the same numbers every time.
private struct SystemlessGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
