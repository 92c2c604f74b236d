import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct TimelineTreeTests {
    private func tree(_ trace: [TraceEvent], _ instant: TimelineTree.Instant = .end) -> String {
        TimelineTreeDrawing(TimelineTree(Timeline(trace: trace), at: instant)).text
    }

    @Test func inTheMiddleOfATidyUpItSaysWhoWasAskedAndWhy() {
        #expect(
            tree(Stories.failingGroup, .time(150_000_000)) == """
                at 150 ms, after step 8
                main        waiting for 1 child (group)
                |- fetch-A  cancelled, held for the group
                |- fetch-B  threw NetError, held for the group
                `- fetch-C  asked to cancel (because fetch-B threw), tidying up until 200 ms

                """
        )
    }

    @Test func atAStepItIsAsTheTurnLeftIt() {
        #expect(
            tree(Stories.gather, .step(2)) == """
                at 0 ms, after step 2
                main        waiting for 3 children (gather)
                |- fetch-A  waiting in sleep until 200 ms
                |- fetch-B  not started
                `- fetch-C  not started

                """
        )
    }

    @Test func whatIsNotMadeYetIsNotThere() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.sleep(1, until: 10)
        story.at(10)
        story.run(1)
        story.create(2, "late", parent: 1)
        #expect(tree(story.events, .time(5_000_000)) == "at 5 ms, after step 1\nmain  waiting in sleep until 10 ms\n")
    }

    @Test func tasksThatWaitForOneAnotherAreADeadlock() {
        #expect(
            tree(Stories.deadlock) == """
                at the end, 0 ms, after step 3
                main    waiting for 2 children (gather)
                |- hen  waiting for egg
                `- egg  waiting for hen
                deadlock: hen -> egg -> hen

                """
        )
    }

    @Test func aTimeoutThatRanOutIsTheReason() {
        #expect(
            tree(Stories.stubborn, .time(250_000_000)).contains(
                "main         asked to cancel (because its 250 ms are over), waiting for stubborn"
            )
        )
    }

    @Test func aLongCircleIsFoundAndALongChainIsNone() {
        let chain = Dictionary(uniqueKeysWithValues: (1...100_000).map { ($0, [$0 + 1]) })
        #expect(WaitGraph(chain).cycle == [])
        #expect(WaitGraph(chain.merging([100_001: [99_999]]) { $1 }).cycle == [99_999, 100_000, 100_001, 99_999])
        #expect(WaitGraph([1: [2, 3], 3: [1]]).cycle == [1, 3, 1])
        #expect(WaitGraph([5: [5]]).cycle == [5, 5])
    }

    @Test func itIsToldInWordsWithoutADrawing() {
        let text = TimelineTreeSentences(TimelineTree(Timeline(trace: Stories.deadlock))).text
        #expect(text.contains("Task hen, child of main: waiting for egg.\n"))
        #expect(text.hasSuffix("deadlock: hen -> egg -> hen.\nEnd of tree.\n"))
    }

    @Test func everyInstantOfEveryTraceHasATree() {
        for trace in [Stories.hostile, Stories.names, Stories.scopes] {
            let timeline = Timeline(trace: trace)
            for step in 0...20 {
                for line in TimelineTreeDrawing(TimelineTree(timeline, at: .step(step)), width: 40).text.split(
                    separator: "\n"
                ) {
                    #expect(Width.of(line) <= 40)
                }
            }
            #expect(TimelineTreeDrawing(TimelineTree(timeline, at: .time(-1))).text.contains("before the first step"))
        }
    }
}
