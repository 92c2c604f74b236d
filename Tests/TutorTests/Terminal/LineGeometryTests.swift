import Testing

@testable import tutor

struct LineGeometryTests {
    /// The cursor stands at `|`; the terminal has 4 rows of 10 columns.
    @Test(arguments: [
        ("|", 0, 2, 0, 2),
        ("abc|def", 0, 5, 0, 8),
        ("1234567|", 0, 9, 0, 9),
        ("12345678|", 1, 0, 1, 0),
        ("12345678|9", 1, 0, 1, 1),
        ("|12345678901234567890", 0, 2, 2, 2),
        ("a\nb|c\n", 1, 1, 2, 0),
        ("\t|", 0, 8, 0, 8),
        ("\u{1}|", 0, 4, 0, 4),
        ("a\nb\nc\nd\ne|", 3, 1, 3, 1),
        ("a|\nb\nc\nd\ne", 0, 3, 3, 1),
    ])
    func placesAreWhereLibeditDrawsThem(text: String, row: Int, column: Int, lastRow: Int, lastColumn: Int) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        let geometry = LineGeometry(
            prompt: "> ",
            before: Array(parts[0].unicodeScalars),
            after: Array(parts[1].unicodeScalars),
            size: (rows: 4, columns: 10)
        )
        #expect(geometry.cursor == .init(row: row, column: column))
        #expect(geometry.end == .init(row: lastRow, column: lastColumn))
    }

    @Test func wideCharactersDoNotStandAcrossTheEdge() {
        TerminalLocale.useUTF8()
        let geometry = LineGeometry(prompt: ">", before: Array("日本語日本".unicodeScalars), after: [], size: (4, 10))
        #expect(geometry.cursor == .init(row: 1, column: 2))
    }

    @Test func movesAreRelativeToTheCursor() {
        let geometry = LineGeometry(
            prompt: "> ",
            before: Array("1\n2".unicodeScalars),
            after: ["\n", "3"],
            size: (9, 9)
        )
        #expect(geometry.toEnd.text == "\r\n\u{1B}[1C")
        #expect(geometry.clear.text == "\u{1B}[1A\r\u{1B}[J")
        let atEnd = LineGeometry(prompt: "> ", before: ["1"], after: [], size: (9, 9))
        #expect(atEnd.toEnd.text == "")
        #expect(atEnd.clear.text == "\r\u{1B}[J")
    }
}
