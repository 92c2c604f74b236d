import Testing

@testable import TutorKit

@Suite struct StreamTextTests {
    /// The text, and the pieces in which it could be shown.
    private func feed(_ pieces: [[UInt8]], limit: Int = 1000) -> (text: StreamText, shown: [String]) {
        var text = StreamText(limit: limit)
        var shown = pieces.map { text.append($0[...]) }
        shown.append(text.finish())
        return (text, shown)
    }

    @Test func aCharacterIsNeverTorn() {
        let bytes = Array("aé€😀z".utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let (text, shown) = feed([
                    Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...]),
                ])
                #expect(text.text == "aé€😀z")
                #expect(shown.joined() == "aé€😀z")
                #expect(!shown.joined().unicodeScalars.contains("\u{FFFD}"))
            }
        }
    }

    @Test func whatCannotBeCompletedIsRepaired() {
        #expect(feed([[0x61, 0xE2, 0x82], [0x62]]).text.text == "a\u{FFFD}b")
        #expect(feed([[0xF0, 0x9F]]).text.text == "\u{FFFD}")
        #expect(feed([[0x80], [0x80, 0x80, 0x80, 0x80]]).text.text == String(repeating: "\u{FFFD}", count: 5))
        #expect(feed([[0xFF], [0xC3]]).text.text == "\u{FFFD}\u{FFFD}")
    }

    @Test func theLimitIsExact() {
        #expect(feed([Array("12345".utf8)], limit: 5).text.text == "12345")
        #expect(!feed([Array("12345".utf8)], limit: 5).text.isCut)
        let (text, shown) = feed([Array("123456".utf8), Array("more".utf8)], limit: 5)
        #expect(text.text == "12345")
        #expect(text.isCut)
        #expect(shown == ["12345", "", ""])
    }

    /// The same however the bytes arrive: what is shown of a flood is no matter of luck.
    @Test func theCutIsAtTheLimitOrTheCharacterBeforeIt() {
        #expect(feed([Array("one\ntwo\nthree".utf8)], limit: 10).text.text == "one\ntwo\nth")
        #expect(feed("one\ntwo\nthree".utf8.map { [$0] }, limit: 10).text.text == "one\ntwo\nth")
        #expect(feed([Array("ééé".utf8)], limit: 5).text.text == "éé")
        #expect(feed([[0xC3], [0xA9, 0xC3, 0xA9]], limit: 3).text.text == "é")
        #expect(feed([Array("x".utf8)], limit: 0).text.text == "")
        #expect(feed([Array("x".utf8)], limit: -1).text.isCut)
    }
}
