import Testing

@testable import TutorKit

@Suite struct PagesTests {
    private func text(_ lines: [String]) -> StyledText { StyledText(lines.map { StyledLine($0) }) }

    private func all(_ pages: Pages) -> [String] {
        var (pages, shown) = (pages, [pages.page.plain])
        while let next = pages.answer("") { shown.append(next.plain) }
        return shown
    }

    @Test func aTextThatFitsHasNoPages() {
        #expect(Pages(text(["a", "b", "c"]), size: (rows: 5, columns: 80)) == nil)
        #expect(Pages(text([]), size: (rows: 5, columns: 80)) == nil)
    }

    @Test func pagesTogetherAreTheText() throws {
        let pages = try #require(Pages(text((1...8).map(String.init)), size: (rows: 5, columns: 80)))
        #expect(
            all(pages) == [
                "1\n2\n3\n(5 more lines: Enter goes on.)\n", "4\n5\n6\n(2 more lines: Enter goes on.)\n", "7\n8\n",
            ]
        )
    }

    @Test func aPageEndsWhereAParagraphDoes() throws {
        let lines = ["1", "2", "3", "4", "5", "6", "7", "", "8", "9", "10"]
        let pages = try #require(Pages(text(lines), size: (rows: 11, columns: 80)))
        #expect(all(pages) == ["1\n2\n3\n4\n5\n6\n7\n\n(3 more lines: Enter goes on.)\n", "8\n9\n10\n"])
    }

    @Test func aHeadingStandsOnThePageOfItsText() throws {
        var lines = text(["1", "2", "3", "4", "5", "", "Title", "", "8", "9", "10"])
        lines.lines[6] = StyledLine("Title", .heading)
        let pages = try #require(Pages(lines, size: (rows: 10, columns: 80)))
        #expect(all(pages) == ["1\n2\n3\n4\n5\n\n(5 more lines: Enter goes on.)\n", "Title\n\n8\n9\n10\n"])
    }

    @Test func aLineThatIsWiderThanTheTerminalCountsForItsRows() throws {
        let wide = String(repeating: "x", count: 25)
        let pages = try #require(Pages(text([wide, "b", "c"]), size: (rows: 6, columns: 10)))
        #expect(all(pages) == ["\(wide)\nb\n(1 more line: Enter goes on.)\n", "c\n"])
    }

    @Test func onlyMoreAndBackTurnPages() throws {
        var pages = try #require(Pages(text((1...8).map(String.init)), size: (rows: 5, columns: 80)))
        #expect(pages.answer("back") == nil)
        #expect(pages.answer("3 s") == nil)
        #expect(pages.answer(" :more ")?.plain.hasPrefix("4\n") == true)
        #expect(pages.answer("back")?.plain.hasPrefix("1\n") == true)
        #expect(pages.answer("")?.plain.hasPrefix("4\n") == true)
        #expect(pages.answer("more")?.plain == "7\n8\n")
        #expect(pages.answer("") == nil)
        #expect(pages.answer("back")?.plain.hasPrefix("4\n") == true)
    }

    @Test func theSmallestTerminalStillTurnsPages() throws {
        let pages = try #require(Pages(text((1...8).map(String.init)), size: (rows: 0, columns: 0)))
        #expect(all(pages).count == 3)
    }
}
