import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct StepsDrawingTests {
    private func drawing(_ trace: [TraceEvent], width: Int = 80, all: Bool = false) -> String {
        StepsDrawing(Timeline(trace: trace), width: width, all: all).text
    }

    /// TIMELINE.md's own drawing: who ran when both were due at 350? And did the three start at once?
    @Test func oneTaskRunsInEachStep() {
        #expect(
            drawing(Stories.gather) == """
                step              1    2    3    4    5    6    7    8
                virtual ms        0    0    0    0    100  200  350  350
                main              ####-------------------------------####| returned [1,2,3]
                | fetch-A         =====####----------------####|.........+ returned 1
                | fetch-B         ==========####----------------####|....+ returned 2
                ` fetch-C         ===============####-####|..............+ returned 3

                # running   = ready   - waiting   | returned   . result held
                + joined by parent
                8 steps   total 350 ms   sum of waits 650 ms

                """
        )
    }

    @Test func aRequestToCancelStandsInTheStepThatMadeIt() {
        let lines = drawing(Stories.failingGroup).split(separator: "\n")
        #expect(lines[5].hasPrefix("` fetch-C         ============###-------------###!###x...+"), "\(lines[5])")
    }

    @Test func stepsThatDoNotFitGoOnBelow() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for turn in 1..<60 {
            story.wait(1, for: .turn)
            story.at(Double(turn))
            story.run(1)
        }
        story.end(1, .value(""))
        let text = drawing(story.events)
        #expect(text.contains("step              15 16 17"))
        #expect(!text.contains("more steps"))
        #expect(drawing(story.events, width: 40).contains("... 31 more steps (--steps --all)"))
        #expect(!drawing(story.events, width: 40, all: true).contains("more steps"))
    }

    @Test func aTaskThatStartsInsideOfAnothersTurnInterruptsIt() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.begin(2, "eager", parent: 1)
        story.end(2, .value(""))
        story.wait(1, for: .turn)
        story.end(1, .value(""))
        let lines = drawing(story.events).split(separator: "\n")
        #expect(lines[2].hasPrefix("main              ####-====="), "\(lines[2])")
    }

    @Test func stepsAreToldInWords() {
        let text = StepSentences(Timeline(trace: Stories.gather)).text
        #expect(text.hasPrefix("8 steps, 350 ms.\nStep 1, at 0 ms: main ran, then waited for its gather.\n"))
        #expect(text.contains("Step 5, at 100 ms: fetch-C ran and returned 3.\n"))
        #expect(text.hasSuffix("End of steps.\n"))
    }

    @Test func nothingAndWhatIsHostileCanBeDrawn() {
        #expect(drawing([]) == "No task ran: there is nothing to draw.\n")
        for length in Stories.hostile.indices {
            for line in drawing(Array(Stories.hostile[..<length]), width: 40).split(separator: "\n") {
                #expect(Width.of(line) <= 40)
            }
        }
    }
}
