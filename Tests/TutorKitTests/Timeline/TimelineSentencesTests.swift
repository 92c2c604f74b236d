import ConcurrencyKit
import Testing

@testable import TutorKit

/// What a screen reader reads: the same runs, in words.
@Suite struct TimelineSentencesTests {
    private func sentences(_ trace: [TraceEvent], clock: Timeline.Clock = .virtual) -> String {
        TimelineSentences(Timeline(trace: trace, clock: clock)).text
    }

    @Test func gatherWaitsForTheSlowest() {
        #expect(
            sentences(Stories.gather) == """
                Summary: 4 tasks, 350 ms virtual time, 650 ms sum of waits. 4 returned.
                Outcome: main returned [1,2,3] at 350 ms.
                Task main: started at 0 ms. Waited for 3 children until 350 ms. Returned [1,2,3].
                Task fetch-A, child of main: started at 0 ms. Waited in sleep. Returned 1 at 200 ms. Held until 350 ms.
                Task fetch-B, child of main: started at 0 ms. Waited in sleep. Returned 2 at 350 ms.
                Task fetch-C, child of main: started at 0 ms. Waited in sleep. Returned 3 at 100 ms. Held until 350 ms.
                End of timeline.

                """
        )
    }

    @Test func groupCancelsSiblingsAndThrowsAfterTheTidyUp() {
        #expect(
            sentences(Stories.failingGroup) == """
                Summary: 4 tasks, 200 ms virtual time, 500 ms sum of waits. 2 threw, 2 cancelled.
                Outcome: main threw NetError at 200 ms.
                Cause: fetch-B threw NetError at 150 ms.
                Effect: fetch-A and fetch-C were asked to cancel at 150 ms.
                Task main: started at 0 ms. Waited for 3 children until 200 ms. Threw NetError.
                Task fetch-A, child of main: started at 0 ms. Waited in sleep. Cancelled at 150 ms. Held \
                until 200 ms.
                Task fetch-B, child of main: started at 0 ms. Waited in sleep. Threw NetError at 150 ms. \
                Held until 200 ms.
                Task fetch-C, child of main: started at 0 ms. Waited in sleep. Asked to cancel at 150 ms. \
                Tidied up 50 ms. Cancelled at 200 ms.
                End of timeline.

                """
        )
    }

    @Test func cancellationIsARequest() {
        #expect(
            sentences(Stories.stubborn) == """
                Summary: 2 tasks, 400 ms virtual time, 400 ms sum of waits. 1 threw, 1 cancelled.
                Outcome: main threw TimedOut at 400 ms.
                Request: main and stubborn were asked to cancel at 250 ms.
                Task main: started at 0 ms. Waited for stubborn until 250 ms. Asked to cancel at 250 ms. Tidied \
                up 150 ms. Threw TimedOut at 400 ms.
                Timeout of 250 ms in main: opened at 0 ms. Ran out at 250 ms. Closed at 400 ms.
                Task stubborn, child of main: started at 0 ms. Waited in sleep. Asked to cancel at 250 ms. \
                Tidied up 150 ms. Cancelled at 400 ms.
                End of timeline.

                """
        )
    }

    @Test func errorThatMainSurvivedIsNoCause() {
        #expect(
            sentences(Stories.failingGather) == """
                Summary: 4 tasks, 400 ms virtual time, 800 ms sum of waits. 3 returned, 1 threw.
                Outcome: main returned at 400 ms.
                Error: broken threw NetError at 150 ms.
                Task main: started at 0 ms. Waited for 3 children until 150 ms. Waited in sleep. Returned at 400 ms.
                Task quick, child of main: started at 0 ms. Waited in sleep. Returned 1 at 100 ms. Held \
                until 150 ms.
                Task broken, child of main: started at 0 ms. Waited in sleep. Threw NetError at 150 ms.
                Task slow, child of main: started at 0 ms. Waited in sleep. Returned 3 at 300 ms.
                End of timeline.

                """
        )
    }

    @Test func killedProgramHasTasksWithoutEnd() {
        #expect(
            sentences(Stories.killed) == """
                Summary: 3 tasks, 120 ms virtual time, 170 ms sum of waits. 1 returned, 2 unfinished.
                Outcome: main did not finish.
                Note at 120 ms: the trace was cut here.
                Task main: started at 0 ms. Still waiting for 2 children. Unfinished.
                Task short, child of main: started at 0 ms. Waited in sleep. Returned ok at 50 ms. Held \
                until 120 ms.
                Task long, child of main: started at 0 ms. Still waiting in sleep. Unfinished.
                End of timeline.

                """
        )
    }

    @Test func measuredTimesAreRounded() {
        #expect(
            sentences(Stories.realTime, clock: .continuous) == """
                Summary: 2 tasks, 31.8 ms real time, 20.3 ms sum of waits. 2 returned.
                Outcome: main returned at 31.8 ms.
                Task main: started at 0 ms. Waited for sleeper until 31.8 ms. Returned.
                Task sleeper, child of main: started at 0.11 ms. Waited in sleep until 20.4 ms. Returned late \
                at 31.7 ms.
                End of timeline.

                """
        )
    }

    @Test func emptyTraceSaysSo() {
        #expect(sentences([]) == "Summary: no task ran.\nEnd of timeline.\n")
    }

    @Test func longListIsFolded() {
        let lines = sentences(Stories.crowd(30)).split(separator: "\n")
        #expect(lines.count == 3 + 19 + 2)
        #expect(lines.suffix(2) == ["And 12 more fetch-*: 11 returned, 1 threw, 0-69 ms.", "End of timeline."])
    }

    @Test func manyWaitsAreSummed() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for turn in 1...5 {
            story.sleep(1, until: Double(turn * 10))
            story.at(Double(turn * 10))
            story.run(1)
        }
        story.end(1, .value(""))
        #expect(sentences(story.events).contains("Waited 5 times, 50 ms in all. Returned at 50 ms."))
    }

    @Test func taskThatWasCancelledBeforeItsFirstTurnNeverRan() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "early", parent: 1)
        let never = TraceEvent(seq: 5, time: 0, realTime: 0, task: 2, kind: .finished(.cancelled))
        #expect(
            sentences(story.events + [never]).contains(
                "Task early, child of main: created at 0 ms, never ran. Cancelled"
            )
        )
    }

    @Test func hostileTraceIsOneFactALine() {
        for line in sentences(Stories.hostile).split(separator: "\n") {
            #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x1B })
        }
    }
}
