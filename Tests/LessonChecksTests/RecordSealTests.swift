import Testing

@testable import LessonChecks

/// Nobody writes records but who knows the nonce.
@Suite struct RecordSealTests {
    private let nonce = CheckRequest.newNonce()

    private func opened(_ lines: [Substring], with nonce: String) -> [String?] {
        var seal = RecordSeal(nonce: nonce)
        return lines.map { seal.opened($0) }
    }

    private func lines(_ records: [String]) -> [Substring] {
        var seal = RecordSeal(nonce: nonce)
        return records.map { seal.sealed($0) }.joined().split(separator: "\n")
    }

    @Test func whatIsSealedIsOpened() {
        #expect(opened(lines(["{}", "[1]", "\"é\""]), with: nonce) == ["{}", "[1]", "\"é\""])
    }

    @Test func forgedLinesAreNoRecords() {
        let forged: [Substring] = [
            "{\"record\":\"end\"}", "passed", "", "0000000000000000 {\"record\":\"end\"}", " ", "🦆 {}",
        ]
        #expect(opened(forged, with: nonce) == forged.map { _ in nil })
    }

    @Test func linesBetweenOthersDoNoHarm() {
        var all = lines(["1", "2"])
        all.insert("0000000000000000 9", at: 1)
        #expect(opened(all, with: nonce) == ["1", nil, "2"])
    }

    @Test func recordsCannotBeRepeatedLeftOutChangedOrSwapped() {
        let all = lines(["1", "2", "3"])
        #expect(opened([all[0], all[0]], with: nonce) == ["1", nil])
        #expect(opened([all[0], all[2]], with: nonce) == ["1", nil])
        #expect(opened([all[1], all[0]], with: nonce) == [nil, "1"])
        #expect(opened([all[0].dropLast() + "7"], with: nonce) == [nil])
    }

    @Test func recordsOfAnotherRunAreNone() {
        #expect(opened(lines(["1"]), with: CheckRequest.newNonce()) == [nil])
    }

    @Test func whatIsNoNonceIsNoKey() {
        var seal = RecordSeal(nonce: "")
        #expect(opened([Substring(seal.sealed("1").dropLast())], with: "") == [nil])
    }
}
