import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct ScopeRowTests {
    @Test func scopesStandBetweenTheirTaskAndWhatIsMadeInside() {
        let rows = TimelineOutline(Timeline(trace: Stories.scopes)).rows
        let time = TimelineTime(clock: .virtual)
        #expect(
            rows.map { String(repeating: "  ", count: $0.depth) + $0.shownName(time) + ": " + $0.outcomeWords(time) }
                == [
                    "main: returned", "  backup: returned", "  timeout 400ms: in time", "    group: closed",
                    "      left: threw TimeoutError", "        timeout 100ms: expired", "      right: cancelled",
                    "        payment: returned paid", "        shield: let go",
                ]
        )
    }

    @Test func aGroupThatHasAllChildrenToItselfNeedsNoRow() {
        let rows = TimelineOutline(Timeline(trace: Stories.failingGroup)).rows
        #expect(rows.allSatisfy { $0.task != nil })
    }

    @Test func whatRunsOutIsTheTimeoutWhoseDeadlineItIs() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.open(.timeout, 1, in: 1, deadline: 100)
        story.open(.timeout, 2, in: 1, deadline: 200)
        story.sleep(1, until: 300)
        story.at(100)
        story.cancel(1)
        story.close(2, in: 1)
        story.close(1, in: 1)
        story.end(1, .value(""))
        let rows = TimelineOutline(Timeline(trace: story.events)).rows
        let time = TimelineTime(clock: .virtual)
        #expect(rows.map { $0.outcomeWords(time) } == ["returned", "expired", "in time"])
    }

    @Test func everyScopeOfEveryTraceCanBeDrawn() {
        for length in Stories.hostile.indices {
            let timeline = Timeline(trace: Array(Stories.hostile[..<length]) + Stories.scopes)
            #expect(TimelineOutline(timeline).rows.count >= timeline.lanes.count)
        }
    }
}
