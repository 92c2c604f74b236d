import Foundation
import Testing

@testable import TutorKit

@Suite struct JournalFormatTests {
    @Test func journalIsLinesThatAPersonCanRead() throws {
        let folder = ScratchFolder()
        try folder.open().record(
            .opened(lesson: "gather"),
            .at("gather-order"),
            .answered("gather-order", .wrong, "b, a", misconception: "reversed"),
            .hint(lesson: "gather", question: "gather-order", number: 1),
            .answered("gather-order", .right, "a\nb", points: 2),
            .partly("gather-which", misconceptions: ["a", "b"], points: 0.33),
            .reset(.all)
        )
        let head = #""time":"2026-03-01T09:30:00.250Z","session":"s""#
        #expect(
            try folder.text() == """
                {"v":1,"n":1,\(head),"kind":"opened","lesson":"gather"}
                {"v":1,"n":2,\(head),"kind":"position","lesson":"gather","question":"gather-order"}
                {"v":1,"n":3,\(head),"kind":"attempt","lesson":"gather","question":"gather-order","hash":"h1",\
                "answer":"b, a","verdict":"wrong","misconception":"reversed","points":0}
                {"v":1,"n":4,\(head),"kind":"hint","lesson":"gather","question":"gather-order","number":1}
                {"v":1,"n":5,\(head),"kind":"attempt","lesson":"gather","question":"gather-order","hash":"h1",\
                "answer":"a\\nb","verdict":"right","points":2}
                {"v":1,"n":6,\(head),"kind":"attempt","lesson":"gather","question":"gather-which","hash":"h1",\
                "answer":"a, c","verdict":"wrong","misconceptions":["a","b"],"points":0.33}
                {"v":1,"n":7,\(head),"kind":"reset"}

                """
        )
    }

    @Test(arguments: JournalEntry.Kind.all)
    func whatIsWrittenIsWhatIsRead(kind: JournalEntry.Kind) throws {
        let entry = JournalEntry(
            number: 9,
            time: Date(timeIntervalSince1970: 1_772_357_400.123_9),
            session: "k3",
            kind: kind
        )
        #expect(!entry.jsonLine.contains("\n"))
        #expect(try JournalEntry(jsonLine: entry.jsonLine.utf8) == entry)
    }

    @Test func everyMillisecondSurvives() throws {
        for millisecond in 0..<1000 {
            let time = Date(timeIntervalSince1970: 1_772_357_400 + Double(millisecond) / 1000)
            let entry = JournalEntry(number: 1, time: time, session: "s", kind: .reset(.all))
            #expect(try JournalEntry(jsonLine: entry.jsonLine.utf8) == entry)
        }
    }

    @Test func unknownKindOfANewerTutorIsKeptAndDoesNotCount() throws {
        let folder = ScratchFolder()
        let head = #""time":"2026-03-01T09:30:00Z","session":"new""#
        let newer = """
            {"v":2,"n":1,\(head),"kind":"drew","shape":"circle"}
            {"v":2,"n":2,\(head),"kind":"hint","ladder":7}
            {"v":1,"n":3,\(head),"kind":"sang"}

            """
        try folder.write(newer.utf8)
        let journal = try folder.open()
        #expect(journal.reading.entries.map(\.kind) == ["drew", "hint", "sang"].map { .unknown(kind: $0) })
        #expect(journal.reading.damage.isEmpty)
        #expect(Progress(journal.reading.entries) == Progress())
        try journal.record(.opened(lesson: "gather"))
        #expect(try folder.text().hasPrefix(newer))
    }

    @Test(arguments: [
        ("", #"no 'v'"#),
        (#""v":"1""#, "not the right type of 'v'"),
        (#""v":1,"n":1,"time":"soon","session":"s","kind":"reset""#, "no time is 'soon'"),
        (#""v":1,"n":1,"time":"2026-03-01T09:30:00Z","session":"s","kind":"hint","lesson":"a""#, "no 'question'"),
        (
            #""v":1,"n":1,"time":"2026-03-01T09:30:00Z","session":"s","kind":"attempt","verdict":"maybe""#,
            "no verdict is 'maybe'"
        ),
        ("}{", "not JSON"),
    ])
    func damagedLineIsSkippedAndSaysWhy(members: String, reason: String) {
        let good = JournalEntry(number: 1, time: .fixed, session: "s", kind: .opened(lesson: "a"))
        let reading = JournalReading(Array("{\(members)}\n\(good.jsonLine)\n".utf8))
        #expect(reading.entries == [good])
        #expect(
            reading.damage.map(\.description) == [
                "journal.jsonl:1: this line is damaged (\(reason)); it was left as it is and does not count"
            ]
        )
    }

    @Test func bytesThatAreNoJournalDoNoHarm() {
        var random = SystemOfBytes(state: 7)
        let noise = (0..<20_000).map { _ in random.next() }
        let nested = Array(String(repeating: "[", count: 100_000).utf8)
        for bytes in [noise, nested, [0], [0xFF, 0x0A], Array("\n\n\n".utf8), Array("null\n1\n\"a\"\n".utf8)] {
            #expect(JournalReading(bytes).entries.isEmpty)
        }
    }

    /// A small generator, so that the noise is the same on every run.
    private struct SystemOfBytes {
        var state: UInt64

        mutating func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }
}
