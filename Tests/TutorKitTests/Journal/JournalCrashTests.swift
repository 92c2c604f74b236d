import Foundation
import Testing

@testable import TutorKit

/// The tutor may be killed at any instant: between two entries, or after any byte of one.
@Suite struct JournalCrashTests {
    @Test func killedAtAnyByteLosesAtMostTheLastEntry() throws {
        let folder = ScratchFolder()
        try { try folder.open().recordAll() }()
        let whole = try folder.bytes()
        let entries = JournalReading(whole).entries
        #expect(entries.map(\.kind) == JournalEntry.Kind.all)

        for length in 0...whole.count {
            let bytes = Array(whole[..<length])
            let reading = JournalReading(bytes)
            let finished = bytes.count { $0 == UInt8(ascii: "\n") }
            // Cut exactly before its newline, an entry is whole all the same.
            let isWholeBeforeNewline = length < whole.count && whole[length] == UInt8(ascii: "\n")
            #expect(reading.entries == Array(entries[..<(finished + (isWholeBeforeNewline ? 1 : 0))]))
            let isInsideLine = length > 0 && bytes.last != UInt8(ascii: "\n") && !isWholeBeforeNewline
            #expect(reading.damage.map(\.reason) == (isInsideLine ? [.cutShort] : []))
        }
    }

    @Test func nextEntryAfterAnyCutStandsOnALineOfItsOwn() throws {
        let whole = Array(
            JournalEntry.Kind.all.enumerated().map { index, kind in
                JournalEntry(number: index + 1, time: .fixed, session: "old", kind: kind).jsonLine + "\n"
            }.joined().utf8
        )
        for length in 0...whole.count {
            let disk = SmallDisk()
            if length > 0 { _ = try disk.write(whole[..<length]) }
            let before = JournalReading(disk.bytes)
            try disk.journal().record(.opened(lesson: "after"))
            let after = JournalReading(disk.bytes)
            #expect(Array(disk.bytes[..<length]) == Array(whole[..<length]), "nothing is rewritten")
            #expect(after.entries.dropLast() == before.entries[...])
            #expect(after.entries.last?.kind == .opened(lesson: "after"))
            #expect(after.damage.map(\.line) == before.damage.map(\.line))
        }
    }

    @Test func damageIsReportedUntilTheLearnerWasTold() throws {
        let folder = ScratchFolder()
        try { try folder.open(session: "one").record(.opened(lesson: "a"), .opened(lesson: "b")) }()
        try folder.write(try folder.bytes().dropLast(10))

        let second = try folder.open(session: "two")
        #expect(
            second.reading.damage.map(\.description) == [
                "journal.jsonl:2: this line was cut short when the tutor stopped; it was left as it is, "
                    + "and all before it is kept"
            ]
        )
        try second.record(.noticed(damagedLines: second.reading.damage.map(\.line)), .opened(lesson: "c"))

        let reading = try Journal.read(folder: folder.path)
        #expect(reading.damage.isEmpty)
        #expect(
            reading.entries.map(\.kind) == [.opened(lesson: "a"), .noticed(damagedLines: [2]), .opened(lesson: "c")]
        )
    }

    @Test func numbersGoOnWhenASessionIsOpenedAgain() throws {
        let folder = ScratchFolder()
        try { try folder.open().record(.opened(lesson: "a")) }()
        try { try folder.open().record(.opened(lesson: "a")) }()
        #expect(try Journal.read(folder: folder.path).entries.map(\.number) == [1, 2])
    }
}

extension Journal {
    fileprivate func recordAll() throws {
        for kind in JournalEntry.Kind.all { try append(entry(kind)) }
    }
}
