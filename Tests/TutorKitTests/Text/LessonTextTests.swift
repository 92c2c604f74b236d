import LessonKit
import Testing

@testable import TutorKit

@Suite struct LessonTextTests {
    private let here = SourcePosition(file: "lesson.md", line: 1)

    private func block(_ kind: Block.Kind) -> Block { Block(kind, at: here) }

    private func paragraph(_ inlines: Inline...) -> Block { block(.paragraph(inlines)) }

    private func list(_ marker: Block.List.Marker, tight: Bool = true, _ items: [Block]...) -> Block {
        block(
            .list(
                Block.List(marker: marker, isTight: tight, items: items.map { Block.Item(blocks: $0, at: here) })
            )
        )
    }

    private func link(_ text: String, _ destination: String) -> Inline {
        .link(Inline.Link(children: [.text(text)], destination: destination, title: nil, at: here))
    }

    private func table(_ alignments: [Block.Table.Alignment], _ header: [String], _ rows: [String]...) -> Block {
        block(
            .table(
                Block.Table(
                    alignments: alignments,
                    header: header.map { [.text($0)] },
                    rows: rows.map { $0.map { [.text($0)] } }
                )
            )
        )
    }

    @Test func codeThatIsAsWideAsTheTerminalIsMovedToTheRightNoFurtherThanItFits() {
        let code = [block(.code(info: "swift", text: "let a = 1\nlet answer = 6 * 7 * 8 * 9\n"))]
        #expect(plain(code, width: 30) == "    let a = 1\n    let answer = 6 * 7 * 8 * 9\n")
        #expect(plain(code, width: 27) == " let a = 1\n let answer = 6 * 7 * 8 * 9\n")
        #expect(plain(code, width: 26) == "let a = 1\nlet answer = 6 * 7 * 8 * 9\n")
        #expect(plain(code, width: 25) == "    let a = 1\n    let answer = 6 * 7 * 8 * 9\n")
    }

    @Test func aTimelineAmongTheWordsIsNotDrawnForAVoice() {
        let picture = [block(.code(info: "text", text: "virtual ms        0\nmain              |\n"))]
        #expect(plain(picture) == "    virtual ms        0\n    main              |\n")
        #expect(
            LessonText(width: 80, isSpoken: true).styled(picture).plain
                == "A timeline is drawn here. Run the demo, and `timeline` tells it in words.\n"
        )
    }

    private func plain(_ blocks: [Block], width: Int = 60) -> String {
        LessonText(width: width).styled(blocks).plain
    }

    @Test func aLessonReadsAsPlainText() {
        let blocks = [
            block(.heading(level: 1, [.text("Running tasks concurrently: "), .code("gather")])),
            paragraph(
                .code("gather"),
                .text(" starts "),
                .emphasis([.text("all")]),
                .text(" of its tasks, and waits for the slowest of them. See "),
                link("the documentation", "https://docs.python.org/3/library/asyncio-task.html"),
                .text("."),
                .softBreak,
                .text("Results keep the order of the "),
                .strong([.text("arguments")]),
                .text(":")
            ),
            block(.code(info: "swift", text: "let results = try await gather(one, two)\n\n\tprint(results)\n")),
            block(.heading(level: 2, [.text("Why")])),
            list(
                .bullet,
                [paragraph(.text("Because the tasks were started in that order, whatever they do afterwards."))],
                [
                    paragraph(.text("Because:")),
                    list(.ordered(start: 9), [paragraph(.text("nine"))], [paragraph(.text("ten"))]),
                ]
            ),
            block(.quote([paragraph(.text("Tell me and I forget.")), paragraph(.text("Let me do it and I learn."))])),
            paragraph(
                link("Sleeping", "../06-sleeping/lesson.md"),
                .hardBreak,
                link("https://swift.org", "https://swift.org")
            ),
        ]
        #expect(
            plain(blocks) == """
                Running tasks concurrently: `gather`
                ====================================

                `gather` starts *all* of its tasks, and waits for the
                slowest of them. See the documentation\u{A0}[1]. Results keep the
                order of the **arguments**:

                    let results = try await gather(one, two)

                            print(results)

                [1] https://docs.python.org/3/library/asyncio-task.html

                Why
                ---

                - Because the tasks were started in that order, whatever
                  they do afterwards.
                - Because:
                   9. nine
                  10. ten

                > Tell me and I forget.
                >
                > Let me do it and I learn.

                Sleeping\u{A0}[1]
                https://swift.org

                [1] ../06-sleeping/lesson.md

                """
        )
    }

    @Test func looseListHasSpaceBetweenItsItems() {
        let items = [[paragraph(.text("one")), paragraph(.text("more"))], [paragraph(.text("two"))]]
        #expect(plain([list(.bullet, tight: false, items[0], items[1])]) == "- one\n\n  more\n\n- two\n")
    }

    @Test func codeInAListIsIndentedWithItAndNeverWrapped() {
        let line = String(repeating: "x", count: 100)
        #expect(
            plain([list(.bullet, [paragraph(.text("so:")), block(.code(info: "", text: "\(line)\n"))])])
                == "- so:\n      \(line)\n"
        )
    }

    @Test func tableHasAlignedColumns() {
        let blocks = [
            table(
                [.none, .right, .center],
                ["asyncio", "turns", "kit"],
                ["gather", "1", "日本語"],
                ["sleep(0)", "10", ""]
            )
        ]
        #expect(
            plain(blocks) == """
                asyncio   turns   kit
                --------  -----  ------
                gather        1  日本語
                sleep(0)     10

                """
        )
    }

    @Test func tableThatIsTooWideIsAList() {
        let blocks = [
            table(
                [.none, .none],
                ["asyncio", "what it does"],
                ["gather", "starts all of them and waits for the slowest"],
                ["sleep", "waits"]
            )
        ]
        #expect(
            plain(blocks, width: 30) == """
                - asyncio: gather
                  what it does: starts all of
                  them and waits for the
                  slowest
                - asyncio: sleep
                  what it does: waits

                """
        )
    }

    @Test func addressThatIsGivenTwiceHasOneNumber() {
        let blocks = [paragraph(link("one", "a"), .text(", "), link("two", "b"), .text(", "), link("three", "a"))]
        #expect(plain(blocks) == "one\u{A0}[1], two\u{A0}[2], three\u{A0}[1]\n\n[1] a\n[2] b\n")
    }

    @Test func commentsAreNotShownAndTagsLeaveTheirWords() {
        let blocks = [
            block(.html("<!-- note: a > b, for the author -->\n")),
            block(.html("<details><summary>More &amp; more</summary>\n")),
            paragraph(.text("Text"), .html(Inline.HTML("<br>", at: here)), .text(".")),
            block(.html("</details>\n")),
            block(.thematicBreak),
        ]
        #expect(plain(blocks) == "More & more\n\nText.\n\n* * *\n")
    }

    @Test func pictureIsItsDescription() {
        let image = Inline.image(Inline.Image(alt: "three lanes", source: "a.svg", title: nil, at: here))
        #expect(plain([paragraph(image)]) == "[picture: three lanes]\n")
    }

    @Test func everythingIsSanitised() {
        let evil = "\u{1B}[2J\u{202E}"
        let blocks = [
            block(.heading(level: 3, [.text(evil)])), paragraph(.code(evil), link(evil, evil + "\n")),
            block(.code(info: evil, text: evil + "\r\n")), block(.html("<p>\(evil)")),
            table([.none], [evil], [evil]),
            paragraph(.image(Inline.Image(alt: evil, source: evil, title: evil, at: here))),
        ]
        for scalar in plain(blocks).unicodeScalars {
            #expect(scalar == "\n" || scalar.properties.generalCategory != .control)
            #expect(!scalar.properties.isBidiControl)
        }
    }

    @Test func whatATextIsCanBeToldFromItsSpans() {
        let line = LessonText(width: 80).styled([.text("a "), .strong([.text("b "), .code("c")])])
        #expect(
            line.spans == [
                StyledSpan("a "), StyledSpan("**", .mark), StyledSpan("b ", .strong),
                StyledSpan("`c`", [.strong, .code]),
                StyledSpan("**", .mark),
            ]
        )
    }

    @Test func nothingIsNothing() {
        #expect(plain([]) == "")
        #expect(plain([block(.html("<!-- demo file=demo.swift -->\n"))]) == "")
        #expect(plain([list(.bullet, [])]) == "-\n")
        #expect(plain([table([], [])]) == "")
    }
}
