import ConcurrencyKit
import Testing

@testable import TutorKit

@Suite struct RunComparisonTests {
    private let comparison = RunComparison(
        TracedRun(title: "sequential", trace: Stories.sequential),
        TracedRun(title: "gather", trace: Stories.gather)
    )

    @Test func bothStandOnTheSameAxisWithTheirSumsAndTheFirstDifference() {
        #expect(
            ComparisonDrawing(comparison).text == """
                sequential                               gather
                ms        0         2000                 ms        0         2000
                cell 200  |    '    |    '               cell 200  |    '    |    '
                main      #----#---------|  returned     main      #|                returned ..
                                                         | fetch-A #|                returned 1
                                                         | fetch-B #|                returned 2
                                                         ` fetch-C |+                returned 3

                # ran   - waiting   | returned   + joined by parent
                              total  sum of waits  overlap
                sequential  3000 ms       3000 ms       1x
                gather       350 ms        650 ms     1.9x
                First difference, event 4:
                  sequential: 0 ms Task-1 sleeps until 1000 ms
                  gather: 0 ms fetch-A is created by Task-1 for gather 1

                """
        )
    }

    @Test(arguments: [20, 40, 59, 60, 79, 80, 100, 160]) func itFitsEveryWidth(width: Int) {
        let hostile = TracedRun(title: "\u{1B}[2J" + String(repeating: "long ", count: 50), trace: Stories.hostile)
        for run in [hostile, comparison.second, TracedRun(title: "", trace: [])] {
            for line in ComparisonDrawing(RunComparison(comparison.first, run), width: width).text.split(
                separator: "\n"
            ) {
                #expect(Width.of(line) <= width, "\(line)")
            }
        }
    }

    @Test func oneRunTwiceIsTheSame() {
        let twice = RunComparison(comparison.first, comparison.first)
        #expect(ComparisonDrawing(twice).text.hasSuffix("Both runs did the same.\n"))
        #expect(ComparisonDrawing(twice).text.contains("sequential (1)"))
    }

    @Test func itCanBeToldInWords() {
        let text = ComparisonSentences(comparison).text
        #expect(
            text.hasPrefix(
                """
                sequential: total 3000 ms, sum of waits 3000 ms. The waits add up to the total.
                gather: total 350 ms, sum of waits 650 ms. The waits add up to 1.9 times the total.
                First difference, event 4:
                """
            )
        )
        #expect(text.contains("Timeline of gather.\nSummary: 4 tasks"))
    }
}
