import Testing

@testable import TutorKit

/// What stays of a snippet, and the program that the next one becomes.
@Suite struct SnippetBookTests {
    private func book(_ texts: String...) -> SnippetBook {
        var book = SnippetBook()
        for text in texts { book.keep(Snippet(text), form: .statements, showedValue: false) }
        return book
    }

    private func program(_ text: String, after book: SnippetBook) -> String {
        SnippetProgram(Snippet(text), book: book, prelude: .none, form: .statements).source.text
    }

    @Test func declarationsStayAndWhatOnlyLooksDoesNot() {
        let book = book("let a = 1", "print(2)", "func f() {}", "a", "for i in 1...3 { print(i) }", "struct S {}")
        #expect(book.listing.map(\.text) == ["let a = 1", "func f() {}", "struct S {}"])
        #expect(book.listing.map(\.number) == [1, 3, 6])
    }

    @Test func whatMayChangeAVariableIsRunAgain() {
        let book = book("var n = 0", "n += 1", "func more() { n += 1 }", "more()", "print(\"unrelated\")")
        #expect(book.listing.map(\.text) == ["var n = 0", "n += 1", "func more() { n += 1 }", "more()"])
    }

    @Test func aNameGivenAgainReplacesAFunctionAndHidesAVariable() {
        #expect(book("func f() -> Int { 1 }", "func f() -> Int { 2 }").listing.map(\.text) == ["func f() -> Int { 2 }"])
        let variables = book("let a = 1", "let b = a", "let a = 2")
        #expect(variables.listing.map(\.text) == ["let a = 1", "let b = a", "let a = 2"])
        let text = program("a", after: variables)
        #expect(text.contains("let b = a"))
        #expect(text.components(separatedBy: "\ndo {\n").count == 2)
    }

    @Test func functionsStandAtFileScopeUnlessTheySpeakOfVariables() throws {
        let text = program("g()", after: book("var n = 0", "func f() {}", "func g() { n += 1 }"))
        let main = try #require(text.range(of: "func tutorMain_"))
        let (f, g) = (try #require(text.range(of: "func f()")), try #require(text.range(of: "func g()")))
        #expect(f.lowerBound < main.lowerBound)
        #expect(g.lowerBound > main.lowerBound)
    }

    @Test func demosGiveTheirFunctionsAndTypesButNotWhatTheyDo() {
        let prelude = SnippetPrelude(
            """
            import ConcurrencyKit
            struct Page {}
            var count = 0
            func fetch() { print("fetched") }
            func counted() { count += 1 }
            try run { fetch() }
            """,
            file: "demo.swift"
        )
        #expect(prelude.items.map(\.item.names) == [[], ["Page"], ["fetch"]])
        #expect(SnippetPrelude("@main struct App { static func main() {} }\nfunc f() {}", file: "a").items.isEmpty)
    }
}
