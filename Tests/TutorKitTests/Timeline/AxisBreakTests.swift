import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct AxisBreakTests {
    @Test func aLongIdleGapIsBroken() {
        let lines = TimelineDrawing(Timeline(trace: Stories.idle)).text.split(separator: "\n")
        #expect(lines[0] == "virtual ms        0         10        20   3600020   3600030")
        #expect(lines[2].hasPrefix("main              #---------#---------#-//-#---------|"))
    }

    @Test func evenGapsAreNotBroken() {
        for trace in [Stories.gather, Stories.failingGroup, Stories.sequential] {
            #expect(TimelineAxis(Timeline(trace: trace), cells: 44).breaks.isEmpty)
        }
    }

    @Test func measuredTimesAreNotBroken() {
        let timeline = Timeline(trace: Stories.idle, clock: .continuous)
        #expect(TimelineAxis(timeline, cells: 44).breaks.isEmpty)
    }

    /// The run ends at 350 ms, the axis at 400 ms.
    @Test(arguments: [
        (390, "|    '    |    '    |    '    |    '   v|"), (409, "|    '    |    '    |    '    |    '    v"),
    ])
    func aDeadlineAfterTheEndIsMarkedWhereTheAxisReachesIt(deadline: Int64, marks: String) {
        let axis = TimelineAxis(Timeline(trace: Stories.gather), cells: 44)
        #expect(axis.marks(deadlines: [deadline * 1_000_000], .ascii) == marks)
        #expect(axis.marks(deadlines: [410_000_000], .ascii).contains("v") == false)
    }

    @Test(arguments: [1, 5, 17, 24, 44, 64]) func laterIsNeverFurtherLeftAndAlwaysInside(cells: Int) {
        for trace in [Stories.idle, Stories.scopes, Stories.hostile, Stories.crowd(30)] {
            let axis = TimelineAxis(Timeline(trace: trace), cells: cells)
            let times = TimelineInstants([Timeline(trace: trace)]).times
            let shown = times.map(axis.cell)
            #expect(shown == shown.sorted())
            #expect(shown.allSatisfy { (0..<cells).contains($0) })
            #expect(Width.of(axis.marks(deadlines: times, .ascii)) <= cells)
        }
    }
}
