import Foundation
import LessonChecks
import LessonKit
import Testing

@testable import TutorKit

/// What a run of the checks means, from what was told and how the program ended.
@Suite struct ExerciseJudgeTests {
    private static let nonce = "00112233445566778899aabbccddeeff"
    private static let plan =
        #"{"record":"plan","format":"lessonchecks/v1","checks":[{"id":"first","title":"A.","after":[]},{"id":"second","title":"B.","after":["first"]}]}"#
    private static let started = #"{"record":"started","check":"first","schedule":"fifo"}"#
    private static let end = #"{"record":"end","passed":2,"failed":0,"skipped":0,"couldNotTell":0}"#

    private static func finished(_ check: String, _ outcome: String, kind: String? = nil, misconception: String? = nil)
        -> String
    {
        let name = misconception.map { #","misconception":"\#($0)""# } ?? ""
        let failure = kind.map { #"{"kind":"\#($0)","message":"m"\#(name)}"# } ?? ""
        return
            #"{"record":"finished","check":"\#(check)","outcome":"\#(outcome)","runs":3,"failedRuns":1,"isExhaustive":false,"failures":[\#(failure)]}"#
    }

    private static func judged(_ records: [String], _ run: ProgramRun) -> String {
        var seal = RecordSeal(nonce: nonce)
        let transcript = CheckTranscript(Data(records.map { seal.sealed($0) }.joined().utf8), nonce: nonce)
        return ExerciseJudge(feedback: Fixtures.exercise.feedback).result(transcript, run).summary
    }

    @Test(
        arguments: [
            (ProcessEnd.exited(0), "failed first=quit second=untried [other]"),
            (.exited(74), "failed first=quit second=untried [other]"),
            (.signalled(TerminatingSignal(number: SIGSEGV)), "failed first=crash second=untried [breaks]"),
            (.signalled(TerminatingSignal(number: SIGTERM)), "failed first=quit second=untried [other]"),
            (.timeLimit(.seconds(1)), "failed first=timeout second=untried [hangs]"),
            (.cpuLimit(.seconds(1)), "failed first=timeout second=untried [hangs]"),
            (.outputLimit(1), "failed first=output second=untried [other]"),
            (.memoryLimit(1), "failed first=memory second=untried [other]"),
            (.cancelled, "couldNotTell"),
            (.couldNotStart("no disk"), "couldNotTell first=couldNotTell second=untried"),
        ] as [(ProcessEnd, String)]
    )
    func theCheckThatWasRunningIsBlamedForTheEnd(_ end: ProcessEnd, _ expected: String) {
        #expect(Self.judged([Self.plan, Self.started], ProgramRun(end: end)) == expected)
    }

    @Test func aPassNeedsEveryCheckAndTheEnd() {
        let all = [Self.plan, Self.finished("first", "passed"), Self.finished("second", "passed"), Self.end]
        #expect(Self.judged(all, ProgramRun(end: .exited(0))) == "passed first=passed second=passed")
        #expect(Self.judged(all.dropLast(), ProgramRun(end: .exited(0))) == "couldNotTell first=passed second=passed")
        #expect(
            Self.judged([Self.plan, Self.end], ProgramRun(end: .exited(0)))
                == "couldNotTell first=untried second=untried"
        )
        #expect(Self.judged([], ProgramRun(end: .exited(0))) == "couldNotTell")
    }

    @Test(arguments: [
        ("expectation", "off-by-one", "[off-by-one]"), ("deadlock", nil, "[is-stuck]"), ("leak", nil, "[leaves]"),
        ("endless", nil, "[hangs]"), ("expectation", nil, "[other]"), ("deadlock", "off-by-one", "[off-by-one]"),
        ("expectation", "nobody-wrote-this", "[other]"),
    ])
    func theMisconceptionThatIsNamedComesFirstThenTheEndThenTheCheck(
        _ kind: String,
        _ misconception: String?,
        _ expected: String
    ) {
        let records = [
            Self.plan, Self.finished("first", "failed", kind: kind, misconception: misconception),
            Self.finished("second", "skipped"),
        ]
        #expect(Self.judged(records, ProgramRun(end: .exited(1))) == "failed first=failed second=skipped \(expected)")
    }

    @Test func whatCouldNotBeToldIsNoPassAndNoFailure() {
        let records = [
            Self.plan, Self.finished("first", "couldNotTell"), Self.finished("second", "passed"), Self.end,
        ]
        #expect(Self.judged(records, ProgramRun(end: .exited(4))) == "couldNotTell first=couldNotTell second=passed")
    }

    @Test func aFailureWithoutASectionHasTheOneForAllOthers() throws {
        let position = SourcePosition(file: "f", line: 1)
        let other = [Block(.paragraph([.text("Look again.")]), at: position)]
        var seal = RecordSeal(nonce: Self.nonce)
        let records = [Self.plan, Self.finished("first", "failed", kind: "error")].map { seal.sealed($0) }.joined()
        let result = ExerciseJudge(feedback: ExerciseFeedback(sections: [], otherwise: other))
            .result(CheckTranscript(Data(records.utf8), nonce: Self.nonce), ProgramRun(end: .exited(1)))
        #expect(result.sections.isEmpty)
        #expect(result.otherwise == other)
    }
}
