import Foundation
import LessonChecks
import Testing

@testable import TutorKit

@Suite struct CheckTranscriptTests {
    private static let nonce = "00112233445566778899aabbccddeeff"
    private static let plan =
        #"{"record":"plan","format":"lessonchecks/v1","checks":[{"id":"a","title":"A.","after":[]}]}"#
    private static let started = #"{"record":"started","check":"a","schedule":"seed 7","cancelAt":2}"#
    private static let finished =
        #"{"record":"finished","check":"a","outcome":"passed","runs":1,"failedRuns":0,"isExhaustive":true,"failures":[]}"#
    private static let end = #"{"record":"end","passed":1,"failed":0,"skipped":0,"couldNotTell":0}"#

    private static func sealed(_ records: [String], nonce: String = nonce) -> String {
        var seal = RecordSeal(nonce: nonce)
        return records.map { seal.sealed($0) }.joined()
    }

    private static func read(_ text: String) -> CheckTranscript { CheckTranscript(Data(text.utf8), nonce: nonce) }

    @Test func aWholeTranscriptIsRead() {
        let transcript = Self.read(Self.sealed([Self.plan, Self.started, Self.finished, Self.end]))
        #expect(transcript.plan?.checks.map(\.id) == ["a"])
        #expect(transcript.finished.map(\.check) == ["a"])
        #expect(transcript.running == nil)
        #expect(transcript.end?.passed == 1)
        #expect(transcript.unbelieved == 0)
    }

    @Test func withoutAnEndTheLastThatStartedIsRunning() {
        let transcript = Self.read(Self.sealed([Self.plan, Self.started]))
        #expect(transcript.running?.check == "a")
        #expect(transcript.running?.schedule == .seed(7))
        #expect(transcript.running?.cancelAt == 2)
        #expect(transcript.end == nil)
    }

    @Test func aTornLastLineIsLeftOut() {
        let whole = Self.sealed([Self.plan, Self.started, Self.finished, Self.end])
        for cut in 1...whole.utf8.count {
            let transcript = Self.read(String(whole.utf8.dropLast(cut)) ?? "")
            #expect(transcript.end == nil || cut == 1)
        }
    }

    @Test(arguments: [
        "passed\n", "0000000000000000 \(end)\n", "\(end)\n", sealed([end], nonce: String(nonce.reversed())), " \n\n",
        "\u{0}\u{FFFD}\n",
    ])
    func whatIsNotSealedIsNotBelieved(_ forged: String) {
        let transcript = Self.read(Self.sealed([Self.plan, Self.started]) + forged)
        #expect(transcript.end == nil)
        #expect(transcript.running?.check == "a")
    }

    @Test func aRecordThatIsRepeatedOrLeftOutIsNotBelieved() {
        let lines = Self.sealed([Self.plan, Self.started, Self.finished, Self.end]).split(separator: "\n")
        let leftOut = Self.read("\(lines[0])\n\(lines[1])\n\(lines[3])\n")
        #expect(leftOut.end == nil)
        #expect(leftOut.unbelieved == 1)
        let repeated = Self.read("\(lines[0])\n\(lines[0])\n\(lines[1])\n")
        #expect(repeated.unbelieved == 1)
        #expect(repeated.running?.check == "a")
    }

    @Test func nothingCountsAfterTheEnd() {
        let transcript = Self.read(Self.sealed([Self.plan, Self.end, Self.started, Self.finished]))
        #expect(transcript.finished.isEmpty)
        #expect(transcript.running == nil)
    }

    @Test func anotherFormatIsNoPlan() {
        let other = Self.plan.replacing("lessonchecks/v1", with: "lessonchecks/v2")
        #expect(Self.read(Self.sealed([other, Self.end])).plan == nil)
    }
}
