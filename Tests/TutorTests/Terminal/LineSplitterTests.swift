import Testing
import TutorKit

struct LineSplitterTests {
    /// However the same bytes arrive, the same lines come out.
    @Test(arguments: 1...7)
    func linesDoNotDependOnThePiecesInWhichTheyArrive(size: Int) {
        let bytes = Array("\u{FEFF}one\r\ntwo\n\n\rthree\r\r\n日本\nlast\r".utf8)
        var splitter = LineSplitter(limit: 100)
        var lines: [LineSplitter.Piece] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            splitter.append(bytes[start..<min(start + size, bytes.count)])
            while let piece = splitter.next() { lines.append(piece) }
        }
        if let piece = splitter.finish() { lines.append(piece) }
        #expect(lines == ["one", "two", "", "\rthree\r", "日本", "last"].map(LineSplitter.Piece.line))
    }

    @Test func bytesThatAreNotUTF8AreRepaired() {
        var splitter = LineSplitter(limit: 100)
        splitter.append([0x61, 0xFF, 0x62, 0xE6, 0x97, 0x0A])
        #expect(splitter.next() == .line("a\u{FFFD}b\u{FFFD}"))
    }

    @Test(arguments: [1, 3, 1000])
    func aLineAboveTheLimitIsReportedOnceAndSkipped(size: Int) {
        let bytes = Array("12345678901234567890\n12345\r\n123456\nok".utf8)
        var splitter = LineSplitter(limit: 5)
        var pieces: [LineSplitter.Piece] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            splitter.append(bytes[start..<min(start + size, bytes.count)])
            while let piece = splitter.next() { pieces.append(piece) }
        }
        if let piece = splitter.finish() { pieces.append(piece) }
        #expect(pieces == [.tooLong(limit: 5), .line("12345"), .tooLong(limit: 5), .line("ok")])
    }

    @Test func nothingIsLeftAfterALastLineEnding() {
        var splitter = LineSplitter(limit: 5)
        splitter.append(Array("a\n".utf8))
        #expect(splitter.next() == .line("a"))
        #expect(splitter.next() == nil)
        #expect(splitter.finish() == nil)
        #expect(splitter.finish() == nil)
    }
}
