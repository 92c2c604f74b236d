import Foundation
import Testing

@testable import tutor

struct KeyInputTests {
    @Test func bytesBecomeCharactersAndBrokenOnesAreRepaired() throws {
        try withKeys([0x61, 0xC3, 0xA9, 0xE6, 0x97, 0xA5, 0xF0, 0x9F, 0x98, 0x80, 0xE6, 0x97, 0x62, 0xFF, 0x63]) {
            keys in
            var typed = String.UnicodeScalarView()
            while let key = keys.next(attend: { _ in true }) { typed.append(key) }
            #expect(String(typed) == "aé日😀\u{FFFD}b\u{FFFD}c")
        }
    }

    @Test func aSequenceIsSkippedOnlyIfAllOfItIsThere() throws {
        try withKeys(Array("\u{1B}[200~x\u{1B}[20".utf8)) { keys in
            #expect(keys.next(attend: { _ in true }) == "\u{1B}")
            #expect(keys.skip(BracketedPaste.startTail))
            #expect(keys.next(attend: { _ in true }) == "x")
            #expect(keys.next(attend: { _ in true }) == "\u{1B}")
            #expect(!keys.skip(BracketedPaste.startTail))
            #expect(keys.next(attend: { _ in true }) == "[")
        }
    }

    @Test func attentionWakesAWaitingReaderAndMayEndIt() throws {
        let attention = try Attention()
        let pipe = Pipe()
        let input = ByteInput(descriptor: pipe.fileHandleForReading.fileDescriptor, attention: attention, size: 8)
        attention.raise(.resized)
        attention.raise(.cancelled)
        var told: Attention.Reasons = []
        let key = KeyInput(input).next {
            told = $0
            return false
        }
        #expect(key == nil)
        #expect(told == [.resized, .cancelled])
        #expect(attention.take() == [])
    }

    private func withKeys(_ bytes: [UInt8], _ body: (KeyInput) throws -> Void) throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        let input = ByteInput(
            descriptor: pipe.fileHandleForReading.fileDescriptor,
            attention: try Attention(),
            size: 4
        )
        try body(KeyInput(input))
    }
}
