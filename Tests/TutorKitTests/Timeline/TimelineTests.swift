import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct TimelineTests {
    @Test func lanesStandInTheOrderOfTheTree() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.begin(2, "A", parent: 1)
        story.begin(3, "B", parent: 1)
        story.begin(4, "A.1", parent: 2)
        story.begin(5, "callback")
        story.begin(6, "B.1", parent: 3)
        let lanes = Timeline(trace: story.events).lanes
        #expect(
            lanes.map { "\(String(repeating: "  ", count: $0.depth))\($0.name)\($0.isLastSibling ? " (last)" : "")" }
                == ["main", "  A", "    A.1 (last)", "  B (last)", "    B.1 (last)", "callback (last)"]
        )
    }

    @Test func segmentsCoverTheLifeOfATaskWithoutGaps() throws {
        for trace in [Stories.gather, Stories.failingGroup, Stories.stubborn, Stories.killed, Stories.hostile] {
            let timeline = Timeline(trace: trace)
            for lane in timeline.lanes {
                let first = try #require(lane.segments.first)
                let last = try #require(lane.segments.last)
                #expect(first.begin == lane.created)
                #expect(last.end == lane.end?.moment ?? timeline.end)
                for (one, next) in zip(lane.segments, lane.segments.dropFirst()) { #expect(one.end == next.begin) }
            }
        }
    }

    @Test func waitingForOthersIsNotCountedTwice() {
        let timeline = Timeline(trace: Stories.gather)
        #expect(timeline.total == 350_000_000)
        #expect(timeline.sumOfWaits == 650_000_000)
    }

    @Test func sequentialWaitsAddUpToTheTotal() {
        let timeline = Timeline(trace: Stories.sequential)
        #expect(timeline.sumOfWaits == timeline.total)
    }

    @Test func resultIsHeldUntilTheGatherIsDone() throws {
        let timeline = Timeline(trace: Stories.gather)
        let join = try #require(timeline.lanes[1].join)
        #expect(join.moment == timeline.scopes[0].closed)
        #expect(timeline.lanes[0].join == nil)
    }

    @Test func nobodyHoldsWhatEndsAfterTheGather() {
        let lanes = Timeline(trace: Stories.failingGather).lanes
        #expect(lanes.map { $0.join != nil } == [false, true, true, false])
    }

    @Test func membersMadeAfterAGroupWasOpenedBelongToIt() {
        #expect(Timeline(trace: Stories.failingGroup).scopes[0].members == [2, 3, 4])
    }

    @Test func renamedTaskHasItsLastName() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        let renamed = TraceEvent(seq: 4, time: 0, realTime: 0, task: 1, kind: .renamed("boss"))
        #expect(Timeline(trace: story.events + [renamed]).lanes.map(\.name) == ["boss"])
    }

    @Test func onlyTheAutomaticNameOfTheFirstTaskBecomesMain() {
        var story = TraceScript()
        story.begin(1, "server")
        story.begin(2, "Task-2", parent: 1)
        #expect(Timeline(trace: story.events).lanes.map(\.name) == ["server", "Task-2"])
    }

    @Test func traceThatBeginsInTheMiddleIsReadAllTheSame() {
        let trace = Array(Stories.gather.dropFirst(9))
        let timeline = Timeline(trace: trace)
        #expect(Set(timeline.lanes.map(\.name)).isSuperset(of: ["Task-3", "Task-4"]))
        #expect(timeline.total == 350_000_000)
    }

    /// A program may be killed after any event.
    @Test func everyBeginningOfATraceCanBeDrawnAndTold() {
        for trace in [Stories.gather, Stories.failingGroup, Stories.stubborn, Stories.hostile, Stories.names] {
            for length in trace.indices {
                let timeline = Timeline(trace: Array(trace[..<length]))
                #expect(TimelineDrawing(timeline).text.hasSuffix("\n"))
                #expect(TimelineSentences(timeline).text.hasSuffix("End of timeline.\n"))
            }
        }
    }

    @Test func depthAndBreadthDoNotMatter() {
        let deep = Timeline(trace: Stories.chain(50_000))
        #expect(deep.lanes.last?.depth == 49_999)
        #expect(TimelineDrawing(deep).text.contains("... 49981 more tasks: 49981 returned, 0-10 ms"))
        let broad = Timeline(trace: Stories.crowd(50_000))
        #expect(TimelineSentences(broad).text.contains("And 49982 more fetch-*"))
    }

    @Test(arguments: [
        (0, "0"), (1_000_000, "1"), (1_500_000, "1.5"), (350_000_000, "350"), (1, "0.000001"), (1_000_001, "1.000001"),
    ])
    func virtualTimesAreExact(nanoseconds: Int64, words: String) {
        #expect(TimelineTime(clock: .virtual).milliseconds(nanoseconds) == words)
    }

    @Test(arguments: [
        (0, "0"), (499, "0"), (500, "0.001"), (9_999_499, "9.999"), (20_449_999, "20.4"), (20_450_000, "20.5"),
        (Int64.max, "9223372036854.7"),
    ])
    func measuredTimesAreRounded(nanoseconds: Int64, words: String) {
        #expect(TimelineTime(clock: .continuous).milliseconds(nanoseconds) == words)
    }
}
