import LessonChecks
import Testing

@testable import TutorKit

@Suite struct ReplayWordsTests {
    @Test(
        arguments: [
            ("", "", Schedule.fifo, nil), ("fifo", "", .fifo, nil), ("7", "7", .seed(7), nil),
            ("seed 7", "7", .seed(7), nil),
            ("choices 0,2", "choices 0,2", .choices([0, 2]), nil), ("fifo cancel 3", "fifo cancel 3", .fifo, 3),
            ("cancel 3", "fifo cancel 3", .fifo, 3), ("7 cancel 1", "7 cancel 1", .seed(7), 1),
        ] as [(String, String, Schedule, Int?)]
    )
    func whatIsTypedIsReadAndPrintedAsItCanBeTyped(_ typed: String, _ text: String, _ schedule: Schedule, _ place: Int?)
    {
        let words = ReplayWords(typed)
        #expect(words == ReplayWords(schedule: schedule, cancelAt: place))
        #expect(words?.text == text)
    }

    @Test(arguments: ["x", "-1", "7 8", "seed", "choices 0,,1", "cancel", "cancel 0", "7 cancel x", "cancel 3 7"])
    func anythingElseIsNot(_ typed: String) {
        #expect(ReplayWords(typed) == nil)
    }
}

@Suite struct SaveDetectorTests {
    /// What is told at each look at versions of these numbers; nil where the file is away. Version 1 is known before.
    private func told(_ versions: [Int64?]) -> [Bool] {
        func stamp(_ number: Int64) -> SaveDetector.Stamp { SaveDetector.Stamp(inode: 1, size: 1, changed: number) }
        var detector = SaveDetector(stamp(1))
        return versions.map { detector.look($0.map(stamp)) }
    }

    @Test func aChangeIsToldOnceWhenItHoldsStill() {
        #expect(told([1, 2, 3, 3, 3]) == [false, false, false, true, false])
    }

    @Test func aFileThatIsAwayForAMomentIsToldWhenItIsBack() {
        #expect(told([nil, nil, 2, 2]) == [false, false, false, true])
    }

    @Test func theSameFilePutBackIsNoNews() {
        #expect(told([nil, 1, 1]) == [false, false, false])
    }
}

@Suite struct LineDifferenceTests {
    @Test func changesStandWithTheLinesAroundThem() {
        let first = "a\nb\nc\nd\ne\nf\ng\nh\n"
        let second = "a\nb\nC\nd\ne\nf\ng\nh\ni\n"
        #expect(LineDifference(first, second).text(context: 1) == "  b\n- c\n+ C\n  d\n  …\n  h\n+ i")
    }

    @Test func equalTextsDifferInNothing() {
        #expect(LineDifference("a\nb\n", "a\nb").isEmpty)
        #expect(LineDifference("", "").isEmpty)
        #expect(!LineDifference("", "a\n").isEmpty)
    }
}
