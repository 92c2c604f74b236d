import ConcurrencyKit
import Testing
import TutorKit

@Suite struct TraceDifferenceTests {
    @Test func sameRunsDoNotDiffer() {
        #expect(TraceDifference(Stories.gather, Stories.gather) == nil)
        #expect(TraceDifference([], []) == nil)
    }

    @Test func whenByTheWallClockAndWhereInTheSourceMakeNoDifference() {
        let elsewhere = Stories.gather.map {
            TraceEvent(
                seq: $0.seq,
                time: $0.time,
                realTime: $0.realTime + 7,
                task: $0.task,
                kind: $0.kind,
                location: SourceLocation(file: "demo/other.swift", line: 9)
            )
        }
        #expect(TraceDifference(Stories.gather, elsewhere) == nil)
    }

    @Test func theFirstDifferenceIsToldForBoth() throws {
        var (one, other) = (TraceScript(), TraceScript())
        for (number, order) in [(1, [2, 3]), (2, [3, 2])] {
            var story = TraceScript()
            story.begin(1, "Task-1")
            story.create(2, "fetch-A", parent: 1)
            story.create(3, "fetch-B", parent: 1)
            story.wait(1, for: .task(2))
            for task in order { story.run(task) }
            if number == 1 { one = story } else { other = story }
        }
        let difference = try #require(TraceDifference(one.events, other.events))
        #expect(difference.index == 8)
        #expect(difference.first?.task == 2 && difference.second?.task == 3)
        #expect(
            difference.words(first: "seed 1", second: "seed 2")
                == ["seed 1: 0 ms  fetch-A starts", "seed 2: 0 ms  fetch-B starts"]
        )
    }

    @Test func oneThatEndsEarlierDiffersWhereItEnds() throws {
        let difference = try #require(TraceDifference(Stories.gather, Array(Stories.gather.dropLast())))
        #expect(difference.index == Stories.gather.count - 1)
        #expect(difference.second == nil)
        #expect(difference.words(first: "A", second: "B").last == "B: nothing more happens")
    }

    @Test func measuredTimesDoNotCount() {
        let later = Stories.gather.map { event in
            var kind = event.kind
            if case .suspended(.sleep(let until)) = kind { kind = .suspended(on: .sleep(until: until + 3)) }
            return TraceEvent(seq: event.seq, time: event.time + 3, realTime: 0, task: event.task, kind: kind)
        }
        #expect(TraceDifference(Stories.gather, later) != nil)
        #expect(TraceDifference(Stories.gather, later, clock: .continuous) == nil)
    }
}
