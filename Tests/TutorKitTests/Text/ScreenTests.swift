import LessonKit
import Testing

@testable import TutorKit

@Suite struct ScreenTests {
    private let screen = Screen(width: 40)
    private static let styles = [
        TerminalStyle.plain, TerminalStyle(colours: true, unicode: true), TerminalStyle(isAccessible: true),
    ]

    @Test func thingsStandApart() {
        #expect(
            screen.text([.words("one"), .words(""), .laidOut("two\n  2\n"), .output("three")]).text
                == "one\n\n\n\ntwo\n  2\n\nthree\n"
        )
    }

    @Test func columnsAreAsWideAsTheirWidestCellAndTheLastIsWrappedInItsPlace() {
        let rows = [["a", "bbb", "short"], ["aa", "b", "a text that is longer than there is room for"], ["a", "b"]]
        #expect(
            screen.text([.columns(rows)]).text == """
                  a   bbb  short
                  aa  b    a text that is longer than
                           there is room for
                  a   b

                """
        )
        #expect(
            Screen(width: 20).text([.columns([["a label", "and a text that is long"]])]).text == """
                  a label
                    and a text that
                    is long

                """
        )
    }

    @Test func columnsAreOneFactAfterTheOtherWhereTheyAreListenedTo() {
        let spoken = Screen(width: 80, style: TerminalStyle(isAccessible: true))
        #expect(
            spoken.text([.columns([["7", "gather", "3 of 17"], ["8", "", "x!"]])]).text
                == "7, gather, 3 of 17.\n8, x!\n"
        )
    }

    @Test func whatIsListenedToEndsWithAFullStop() {
        let spoken = Screen(width: 80, style: TerminalStyle(isAccessible: true))
        #expect(spoken.text([.words("Question 3 of 12")]).text == "Question 3 of 12.\n")
        #expect(spoken.text([.words("Again?")]).text == "Again?\n")
    }

    @Test func onATerminalNoWordOfAComplaintIsBrokenAtItsEdge() {
        let words = """
            'runn' is not a command; did you mean 'run'?
            try:1:4: error: expected expression after
            let answer = 6 * seven and what is behind it
                         ^

            """
        #expect(screen.complaint(words).text == words)
        #expect(
            Screen(width: 40, isTerminal: true).complaint(words).text == """
                'runn' is not a command; did you mean
                'run'?
                try:1:4: error: expected expression
                after
                let answer = 6 * seven and what is behind it
                             ^

                """
        )
        #expect(Screen(width: 40, isTerminal: true).complaint(words, verbatim: true).text == words)
    }

    @Test func colourOnlyRepeatsWhatTheWordsSay() {
        let showings: [Showing] = [
            .verdict("Right.", isRight: true), .verdict("Not right.", isRight: false), .words("a"),
            .columns([["a", "b"]]),
        ]
        let plain = Screen(width: 40).text(showings).text
        let coloured = Screen(width: 40, style: TerminalStyle(colours: true)).text(showings).text
        #expect(coloured != plain)
        #expect(Theme.sequences.reduce(coloured) { $0.replacing($1, with: "") } == plain)
    }

    /// Whatever a lesson's parser lets through one day.
    @Test(arguments: styles)
    func nothingThatATerminalObeysIsShown(style: TerminalStyle) {
        let evil = "\u{1B}]0;t\u{7}\u{1B}[2J\u{9B}31m\u{85}\r\u{8}\u{7F}\u{202E}\u{2066}\u{2028}x"
        let here = SourcePosition(file: evil, line: 1)
        func block(_ kind: Block.Kind) -> Block { Block(kind, at: here) }
        let inlines: [Inline] = [
            .text(evil), .code(evil), .emphasis([.strong([.text(evil)])]), .softBreak, .hardBreak,
            .link(Inline.Link(children: [.text(evil)], destination: evil, title: evil, at: here)),
        ]
        let words = block(.paragraph(inlines))
        let table = Block.Table(alignments: [.left, .right], header: [inlines, inlines], rows: [[inlines, inlines]])
        let blocks = [
            words, block(.heading(level: 2, inlines)), block(.quote([words])), block(.table(table)), block(.html(evil)),
            block(.code(info: "swift", text: evil)), block(.code(info: "python", text: evil)),
            block(.code(info: evil, text: evil)),
            block(.list(Block.List(marker: .bullet, isTight: true, items: [Block.Item(blocks: [words], at: here)]))),
        ]
        let screen = Screen(width: 40, style: style)
        let showings: [Showing] = [
            .words(evil), .laidOut(evil), .columns([[evil, evil]]), .verdict(evil, isRight: true), .blocks(blocks),
            .output(evil),
        ]
        let all = screen.text(showings) + screen.complaint(evil) + screen.prompt(evil)
        let rest = Theme.sequences.reduce(all.text) { $0.replacing($1, with: "") }
        #expect(
            rest.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.generalCategory != .control && !$0.properties.isBidiControl
            }
        )
    }
}
