import LessonKit
import Testing

struct MarkdownDocumentTests {
    private func told(_ text: String) -> String {
        MarkdownDocument(parsing: text, file: "x.md").diagnostics.map(\.description).joined(separator: "\n")
    }

    // MARK: What the dialect rejects

    @Test(arguments: [
        ("    code", "1:5: error: 'code' is indented like code; write code between ``` fences"),
        ("\ttab", "1:1: error: tab as indentation; use spaces"),
        (
            "Title\n=====",
            "2:1: error: '=====' under text makes a heading of it; write '## ' before the heading instead"
        ),
        ("Text\n---", "2:1: error: '---' under text makes a heading of it; write '## ' before the heading instead"),
        ("```\ncode", "1:1: error: this fence is never closed; end the code with a line '```'"),
        ("> ~~~~\n> code\n\nx", "1:3: error: this fence is never closed; end the code with a line '~~~~'"),
        ("<!-- x", "1:1: error: this comment is never closed; end it with '-->'"),
        (
            "<!-- x --> text",
            "1:12: error: 'text' stands behind a comment, where Markdown is not read; put it on a line of its own"
        ),
        (
            "- a\nb",
            "2:1: error: 'b' would continue the paragraph in the quote or list item above; "
                + "indent or mark it like that paragraph, or put a blank line before it"
        ),
        (
            "> - a\nb",
            "2:1: error: 'b' would continue the paragraph in the quote or list item above; "
                + "indent or mark it like that paragraph, or put a blank line before it"
        ),
        ("- a\n-\n- b", "2:1: error: empty list item"),
        (">", "1:1: error: empty quote"),
        ("##", "1:1: error: heading without text"),
        ("#Title", "1:1: error: '#Title' is no heading; put a space after the '#', or write '\\#'"),
        (
            "<div>\nx\n</div>",
            "1:1: error: '<div>' begins a block of HTML, which is not supported here; write '\\<' for the character"
                + "\n3:1: error: '</div>' begins a block of HTML, which is not supported here; "
                + "write '\\<' for the character"
        ),
        (
            "an Array<Int> x",
            "1:9: error: '<Int>' is read as an HTML tag; write it as code, '`<Int>`', or '\\<' for the character"
        ),
        ("a <!-- b --> c", "1:3: error: a comment inside text; put it on a line of its own"),
        ("a <?b ?> c", "1:3: error: '<?' is read as HTML; write '\\<?'"),
        ("bell\u{7}", "1:5: error: control character U+0007; remove it"),
        ("a `b", "1:3: error: code begun by '`' is never ended; write '\\`' for the character"),
        (
            "&mdsh; &amp;",
            "1:1: error: unknown entity '&mdsh;'; did you mean 'mdash'? Write the character itself, or '&amp;' for '&'"
        ),
        ("[a][refs]\n\n[ref]: /x", "1:4: error: no link is defined for '[refs]'; did you mean 'ref'?"),
        ("[a]: /x\n[A]: /y", "2:1: error: the link '[A]' is defined twice"),
        (
            "[note]: some words",
            "1:1: error: '[note]: some words' is no link definition; write '[label]: destination \"title\"' on one line"
        ),
        ("- [a]: /x", "1:3: error: a link definition stands on one line, and neither in a quote nor in a list"),
        ("[a]: /x\ntext", "2:1: error: put a blank line between a link definition and the text below it"),
        ("| a | b |\n|---|---|\n| 1 |", "3:1: error: this row has 1 cells, the table has 2 columns"),
        (
            "| a | b |\n|---|",
            "2:1: error: the delimiter row has 1 cells, the header above it has 2"
                + "\n2:1: error: put a blank line before the table, and give header and delimiter row as many cells"
        ),
        (
            "text\n| a |\n|---|",
            "3:1: error: put a blank line before the table, and give header and delimiter row as many cells"
        ),
        ("- a\n\n  ***", "3:3: error: a thematic break inside a list item is not supported"),
        ("- a\n\n  | b |\n  |---|", "3:3: error: a table inside a list item is not supported; put it below the list"),
    ])
    func whatTheDialectLeavesOutIsReportedWhereItStands(text: String, expected: String) {
        let expected = expected.split(separator: "\n").map { "x.md:\($0)" }.joined(separator: "\n")
        #expect(told(text) == expected)
    }

    // MARK: Positions

    @Test func everyBlockKnowsWhereItStands() {
        let text = """
            # T

            > quote
            > - a
            >   1. b

            - x

              | h |
            """
        func places(_ blocks: [Block]) -> [String] {
            blocks.flatMap { block -> [String] in
                let place = "\(block.position.line):\(block.position.column)"
                switch block.kind {
                case .quote(let inner): return ["quote \(place)"] + places(inner)
                case .list(let list):
                    return ["list \(place)"]
                        + list.items.flatMap { ["item \($0.position.line):\($0.position.column)"] + places($0.blocks) }
                default: return [place]
                }
            }
        }
        #expect(
            places(MarkdownDocument(parsing: text, file: "x.md").blocks) == [
                "1:1", "quote 3:1", "3:3", "list 4:3", "item 4:3", "4:5", "list 5:5", "item 5:5", "5:8",
                "list 7:1", "item 7:1", "7:3", "9:3",
            ]
        )
    }

    @Test func columnsCountUnicodeScalars() {
        #expect(told("é 日本 😀 `x") == "x.md:1:8: error: code begun by '`' is never ended; write '\\`' for the character")
        #expect(told("> a\n>   é &foo;").hasPrefix("x.md:2:7: error: unknown entity '&foo;'"))
        #expect(told("| a | b |\n|---|---|\n| x \\| y | &foo; |").hasPrefix("x.md:3:12: error: unknown entity '&foo;'"))
    }

    @Test func linksAndImagesKnowWhereTheyStand() throws {
        let document = MarkdownDocument(parsing: "- a\n  *b [c](d) ![e](f)*", file: "x.md")
        guard case .list(let list)? = document.blocks.first?.kind,
            case .paragraph(let inlines)? = list.items.first?.blocks.first?.kind,
            case .emphasis(let children)? = inlines.last
        else {
            Issue.record("not parsed as expected: \(document.blocks)")
            return
        }
        let places = children.compactMap { inline in
            switch inline {
            case .link(let link): "link \(link.position)"
            case .image(let image): "image \(image.position)"
            default: nil
            }
        }
        #expect(places == ["link x.md:2:6", "image x.md:2:13"])
    }

    // MARK: Hostile text

    /// Each of these takes minutes, or ends in a stack overflow, where parsing is not linear or nesting is not bounded.
    @Test(arguments: [
        ("[", ""), ("*", ""), ("*a ", ""), ("*a **b ", ""), (">", ""), ("> ", ""), ("- ", "x"), ("![", ""), ("`", ""),
        ("` `` ", ""),
        ("<", ""), ("<a ", ""), ("<a x=\"", ""), ("<!-- ", ""), ("\\", ""), ("&", ""), ("&amp", ""), ("|", ""),
        ("[a](", ""),
        ("[a](<b", ""), ("[a](b \"", ""), ("[a][", ""), ("](", ""), ("_a__", ""), ("a\n", ""), ("- a\n", ""),
        ("1. ", "x"),
        ("[x](y)", ""), ("a@", ""), ("<x:", ""), ("#", ""), ("***\n", ""), ("-\n", ""), ("\n", ""), ("*a_ ", ""),
        ("(", ""),
        ("[a](", ")"), ("|-", "|\n|-|"), ("[]", ""), ("[a]: b\n", ""), ("> a\n\n", ""), ("```\n", ""),
    ])
    func hostileTextIsParsedInTimeLinearInItsLength(unit: String, end: String) {
        let text = String(repeating: unit, count: 100_000 / unit.utf8.count) + end
        let document = MarkdownDocument(parsing: text, file: "x.md")
        #expect(HTMLRenderer.render(document.blocks).utf8.count < 20 * text.utf8.count)
    }

    @Test func balancedNestingIsBoundedToo() {
        func nested(_ open: String, _ close: String) -> String {
            String(repeating: open, count: 20_000) + "x" + String(repeating: close, count: 20_000)
        }
        #expect(told(nested("*a ", " b*")) == "x.md:1:49: error: emphasis nested deeper than 16")
        #expect(told(nested("**", "**")) == "x.md:1:1: error: emphasis nested deeper than 16")
        #expect(told(nested("![", "](y)")) == "x.md:1:33: error: brackets nested deeper than 16")
        #expect(told(nested("[", "]")) == "x.md:1:17: error: brackets nested deeper than 16")
        #expect(told(nested("> ", "")) == "x.md:1:25: error: quotes and lists nested deeper than 12")
        #expect(told(nested("- ", "")) == "x.md:1:25: error: quotes and lists nested deeper than 12")
    }

    @Test func anyMixOfMarksIsParsed() {
        var generator = MarkdownGenerator(seed: 42)
        for _ in 0..<100 {
            let text = generator.noise()
            let scalars = Array(text.unicodeScalars)
            // Cut anywhere: the end may come in the middle of anything.
            for end in stride(from: 0, to: scalars.count, by: 3) {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[..<end])
                let document = MarkdownDocument(parsing: String(view), file: "x.md")
                #expect(document.diagnostics.allSatisfy { $0.position.line >= 1 && $0.position.column >= 1 })
            }
        }
    }
}
