import Testing

@testable import TutorKit

@Suite struct WrappingTests {
    @Test func linesBreakAtSpaces() {
        #expect(
            Wrapping(width: 30).plain(
                "gather waits for all of its tasks;  the results keep\tthe order of the arguments."
            )
                == ["gather waits for all of its", "tasks; the results keep the", "order of the arguments."]
        )
    }

    @Test func longWordStandsAloneAndIsNotCut() {
        #expect(
            Wrapping(width: 10).plain("see https://docs.python.org/3/ for it")
                == ["see", "https://docs.python.org/3/", "for it"]
        )
    }

    @Test func newlineIsABreakToBeKept() {
        #expect(Wrapping(width: 80).plain("one\ntwo\n\nthree") == ["one", "two", "", "three"])
    }

    @Test func wideCharactersCountTwice() {
        #expect(Wrapping(width: 10).plain("日本 語日 本語") == ["日本 語日", "本語"])
    }

    @Test func noBreakSpaceDoesNotBreak() {
        #expect(Wrapping(width: 7).plain("in 10\u{A0}ms or so") == ["in", "10\u{A0}ms", "or so"])
    }

    @Test func codeIsKeptTogetherWhereItFits() {
        let spans = [StyledSpan("call "), StyledSpan("`gather(a, b)`", .code), StyledSpan(", then")]
        #expect(Wrapping(width: 18).lines(spans).map(\.plain) == ["call", "`gather(a, b)`,", "then"])
        #expect(Wrapping(width: 8).lines(spans).map(\.plain) == ["call", "`gather(a,", "b)`,", "then"])
    }

    @Test func stylesOutliveTheBreak() {
        let lines = Wrapping(width: 9).lines([StyledSpan("very "), StyledSpan("strong words", .strong)])
        #expect(
            lines == [StyledLine([StyledSpan("very")]), StyledLine("strong", .strong), StyledLine("words", .strong)]
        )
    }

    @Test func noLineOfShortWordsIsTooWide() {
        let text = (1...2000).map { String(repeating: "x", count: $0 % 9 + 1) }.joined(separator: " ")
        for width in [9, 20, 88, 500] {
            let lines = Wrapping(width: width).plain(text)
            #expect(lines.allSatisfy { $0.utf8.count <= min(width, 88) })
            #expect(lines.joined(separator: " ") == text)
        }
    }

    @Test func longTextTakesLinearTime() {
        #expect(Wrapping(width: 80).plain(String(repeating: "a ", count: 300_000)).count == 7500)
        #expect(Wrapping(width: 80).plain(String(repeating: "é", count: 300_000)).count == 1)
    }
}
