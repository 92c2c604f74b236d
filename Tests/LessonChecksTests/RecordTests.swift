import ConcurrencyKit
import Foundation
import Testing

@testable import LessonChecks

/// What goes through the channel arrives as it was sent, and nothing else does.
@Suite struct RecordTests {
    private let checks = [
        Check("first", "It \"fails\".", cancelling: .everySuspensionPoint, misconceptions: [.leak: "no-cleanup"]) {
            check in
            let file = check.resource("a\\b\u{1}file")
            try await sleep(for: .seconds(1), function: "fetch()")
            file.close()
        },
        Check("second", "It is skipped.", after: ["first"]) { _ in },
        Check("third", "It could not tell.") { check in _ = try check.source },
    ]

    @Test func recordsAreReadAsTheyWereWritten() throws {
        let written = records(checks)
        #expect(written.count > 6)
        for record in written {
            let read = try JSONDecoder().decode(CheckRecord.self, from: Data(record.json.utf8))
            #expect(read == record)
            let encoded = try JSONEncoder().encode(record)
            #expect(try JSONDecoder().decode(CheckRecord.self, from: encoded) == record)
        }
    }

    @Test func longTextsOfTheLearnersCodeAreCut() throws {
        let check = Check("long", "It is short.") { check in
            let long = String(repeating: "x", count: 10_000)
            let task = createTask(name: long) { long }
            for _ in 0..<100 { check.expect(try await task.value, equals: "", "It is long.") }
        }
        let found = try #require(finished(check))
        #expect(found.failures.count == 10)
        #expect(found.failures.allSatisfy { $0.message.count < 500 && $0.message.hasSuffix("…") })
        #expect(CheckRecord.finished(found).json.utf8.count < 20_000)
    }

    @Test func textsAreCutToTheLimit() {
        #expect("abc".shortened(to: 3) == "abc")
        #expect("abcd".shortened(to: 3) == "ab…")
        #expect("".shortened(to: 3) == "")
    }

    @Test func requestsAreReadAsTheyWereWritten() throws {
        let source = SourceFacts(
            calls: [.init(name: "gather", line: 3, function: "fetchAll", isInLoop: false, isAwaited: true)],
            catches: [.init(line: 9, function: nil, catchesAll: true, throwsAgain: false)],
            names: ["ünïcödé 🦆", "gather", "\"\\\n\u{1}"]
        )
        for request in [
            CheckRequest(),
            CheckRequest(
                only: ["a/b"],
                schedule: .choices([1, 0, 2]),
                cancelAt: 4,
                schedules: 70,
                budgetMilliseconds: 0,
                source: source
            ),
            CheckRequest(schedule: .seed(.max)),
        ] {
            let json = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
            #expect(CheckRequest(json: json) == request)
        }
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"nonce\":}", "\"\\ud800\"", "01x", "{\"a\" 1}", "nul", "\"\n\"", "{} {}",
        String(repeating: "[", count: 10_000),
    ])
    func whatIsNoJSONIsRefused(_ text: String) { #expect(JSONValue(text) == nil) }

    @Test func surrogatesAreJoined() { #expect(JSONValue(#"["\ud83e\udd86\u00fc"]"#) == .array([.text("🦆ü")])) }

    @Test(arguments: ["fifo", "seed 7", "seed 18446744073709551615", "choices", "choices 0,2,1"])
    func schedulesAreWrittenAsTheyAreRead(_ text: String) { #expect(Schedule(text)?.description == text) }

    @Test(arguments: ["", "seed", "seed -1", "seed 1 2", "choices 0,,1", "choices -1", "lifo", "fifo 1"])
    func whatIsNoScheduleIsRefused(_ text: String) { #expect(Schedule(text) == nil) }
}
