import ConcurrencyKit
import Testing

@testable import TutorKit

/// What a learner sees. The first four are TIMELINE.md's own drawings.
@Suite struct TimelineDrawingTests {
    private func drawing(
        _ trace: [TraceEvent],
        clock: Timeline.Clock = .virtual,
        width: Int = 80,
        glyphs: TimelineGlyphs = .ascii
    ) -> String {
        TimelineDrawing(Timeline(trace: trace, clock: clock), width: width, glyphs: glyphs).text
    }

    @Test func gatherWaitsForTheSlowest() {
        #expect(
            drawing(Stories.gather) == """
                virtual ms        0         100       200       300       400
                1 cell = 10 ms    |    '    |    '    |    '    |    '    |
                main              #----------------------------------|         returned [1,2,3]
                | fetch-A         #-------------------|..............+         returned 1
                | fetch-B         #----------------------------------|         returned 2
                ` fetch-C         #---------|........................+         returned 3

                # ran   - waiting   | returned   . result held   + joined by parent
                total 350 ms   sum of waits 650 ms

                """
        )
    }

    @Test func groupCancelsSiblingsAndThrowsAfterTheTidyUp() {
        #expect(
            drawing(Stories.failingGroup) == """
                virtual ms        0         50        100       150       200
                1 cell = 5 ms     |    '    |    '    |    '    |    '    |
                main              #---------------------------------------E    threw NetError
                | fetch-A         #-----------------------------x.........+    cancelled
                | fetch-B         #-----------------------------E.........+    threw NetError
                ` fetch-C         #-----------------------------!---------x    cancelled +50

                # ran   - waiting   ! asked to cancel   E threw   x ended cancelled
                . result held   + joined by parent
                * fetch-A: ! and x share the cell at 150; see --text
                total 200 ms   sum of waits 500 ms

                """
        )
    }

    @Test func cancellationIsARequest() {
        #expect(
            drawing(Stories.stubborn) == """
                virtual ms        0         100       200       300       400
                1 cell = 10 ms    |    '    |    '    |    v    |    '    |
                main              #------------------------!--------------E    threw TimedOut
                ` timeout 250ms   [------------------------!--------------]    expired +150
                  ` stubborn      #------------------------!--------------x    cancelled +150

                # ran   - waiting   ! asked to cancel   E threw   x ended cancelled
                [ scope opened   ] scope closed   v deadline
                total 400 ms   sum of waits 400 ms

                """
        )
    }

    @Test func unicodeAtTheNarrowestWidth() {
        #expect(
            drawing(Stories.failingGroup, width: 60, glyphs: .unicode) == """
                virtual ms        0         100       200
                1 cell = 10 ms    |    '    |    '    |
                main              █───────────────────✗    threw NetError
                ├ fetch-A         █──────────────⊘····┤    cancelled
                ├ fetch-B         █──────────────✗····┤    threw NetError
                └ fetch-C         █──────────────!────⊘    cancelled +50

                █ ran   ─ waiting   ! asked to cancel   ✗ threw
                ⊘ ended cancelled   · result held   ┤ joined by parent
                * fetch-A: ! and ⊘ share the cell at 150; see --text
                total 200 ms   sum of waits 500 ms

                """
        )
    }

    @Test func gatherThatFailsLetsTheOthersGoOn() {
        #expect(
            drawing(Stories.failingGather) == """
                virtual ms        0         100       200       300       400
                1 cell = 10 ms    |    '    |    '    |    '    |    '    |
                main              #--------------#------------------------|    returned
                | quick           #---------|....+                             returned 1
                | broken          #--------------E                             threw NetError
                ` slow            #-----------------------------|              returned 3

                # ran   - waiting   | returned   E threw   . result held   + joined by parent
                total 400 ms   sum of waits 800 ms

                """
        )
    }

    @Test func oneAfterAnotherDoesNotOverlap() {
        #expect(
            drawing(Stories.sequential) == """
                virtual ms        0         1000      2000      3000
                1 cell = 100 ms   |    '    |    '    |    '    |
                main              #---------#-------------------|              returned

                # ran   - waiting   | returned
                total 3000 ms   sum of waits 3000 ms

                """
        )
    }

    @Test func killedProgramHasTasksWithoutEnd() {
        #expect(
            drawing(Stories.killed) == """
                virtual ms        0         50        100       150
                1 cell = 5 ms     |    '    |    '    |    '    |
                main              #------------------------                    unfinished
                | short           #---------|..............                    returned ok
                ` long            #------------------------                    unfinished

                # ran   - waiting   | returned   . result held
                * at 120 ms, the trace was cut here
                total 120 ms   sum of waits 170 ms

                """
        )
    }

    @Test func realTimeIsMeasuredAndShowsWhoHadToWaitForATurn() {
        #expect(
            drawing(Stories.realTime, clock: .continuous) == """
                real ms           0         10        20        30        40
                1 cell = 1 ms     |    '    |    '    |    '    |    '    |
                main              #------------------------------|             returned
                ` sleeper         #-------------------===========|             returned late

                # ran   = ready   - waiting   | returned
                total 31.8 ms   sum of waits 20.3 ms

                """
        )
    }

    @Test func everythingAtZeroIsOneCell() {
        #expect(
            drawing(Stories.instant) == """
                virtual ms        0
                1 cell = 1 ms     |
                main              |                                            returned
                | one             |                                            returned 1
                ` two             |                                            returned 2

                | returned
                * everything happened at 0 ms: running takes no virtual time (see --steps)
                total 0 ms   sum of waits 0 ms

                """
        )
    }

    @Test func deepTreeIsCutAtTheLeft() {
        #expect(
            drawing(Stories.chain(9)) == """
                virtual ms        0         10
                1 cell = 1 ms     |    '    |
                level-1           ##########|                                  returned
                ` level-2         ##########|                                  returned
                  ` level-3       ##########|                                  returned
                    ` level-4     ##########|                                  returned
                      ` level-5   ##########|                                  returned
                        ` level-6 ##########|                                  returned
                ..      ` level-7 ##########|                                  returned
                ..      ` level-8 ##########|                                  returned
                ..      ` level-9 ##########|                                  returned

                # ran   | returned
                total 10 ms   sum of waits 0 ms

                """
        )
    }

    @Test func longListIsFolded() {
        #expect(
            drawing(Stories.crowd(30)) == """
                virtual ms        0    40        50        60        70
                1 cell = 1 ms     | // |         |         |         |
                main              ##//##############################|          returned
                | fetch-0         ##//#|                                       returned 0
                | fetch-1         ##//##|                                      returned 1
                | fetch-2         ##//###|                                     returned 2
                | fetch-3         ##//####E                                    threw NetError
                | fetch-4         ##//#####|                                   returned 4
                | fetch-5         ##//######|                                  returned 5
                | fetch-6         ##//#######|                                 returned 6
                | fetch-7         ##//########|                                returned 7
                | fetch-8         ##//#########|                               returned 8
                | fetch-9         ##//##########|                              returned 9
                | fetch-10        ##//###########E                             threw NetError
                | fetch-11        ##//############|                            returned 11
                | fetch-12        ##//#############|                           returned 12
                | fetch-13        ##//##############|                          returned 13
                | fetch-14        ##//###############|                         returned 14
                | fetch-15        ##//################|                        returned 15
                | fetch-16        ##//#################|                       returned 16
                | fetch-17        ##//##################E                      threw NetError
                  ... 12 more fetch-*: 11 returned, 1 threw, 0-69 ms (timeline --all)

                # ran   | returned   E threw
                total 69 ms   sum of waits 0 ms

                """
        )
    }

    @Test func emptyTraceHasNothingToDraw() {
        #expect(drawing([]) == "No task ran: there is nothing to draw.\n")
    }

    @Test(arguments: [20, 39, 40, 59, 60, 61, 79, 80, 81, 100, 119, 120])
    func noLineIsWiderThanTheWidth(width: Int) {
        let stories = [
            Stories.gather, Stories.failingGroup, Stories.stubborn, Stories.killed, Stories.crowd(30),
            Stories.chain(300), Stories.hostile, Stories.names,
        ]
        for (story, glyphs) in stories.flatMap({ [($0, TimelineGlyphs.ascii), ($0, .unicode)] }) {
            for clock in [Timeline.Clock.virtual, .continuous] {
                for line in drawing(story, clock: clock, width: width, glyphs: glyphs).split(separator: "\n") {
                    #expect(Width.of(line) <= width, "\(line)")
                }
            }
        }
    }

    @Test func namesAndValuesAreSanitisedAndCut() {
        #expect(
            drawing(Stories.names) == """
                virtual ms        0         10
                1 cell = 1 ms     |    '    |
                main tas..program ##########|                                  returned ["Resu..
                | 日本語..前です  ##########|                                  returned 日本語..
                | ^[[2JU+202Eevil ##########|                                  returned line^J..
                ` (unnamed)       ##########E                                  threw Outer<Inn..

                # ran   | returned   E threw
                total 10 ms   sum of waits 0 ms

                """
        )
    }

    @Test func notesAreToldBelow() {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.wait(1, for: .future(1))
        story.note(.deadlock, "Task-1 waits for future 1\nat demo.swift:3")
        #expect(drawing(story.events).contains("\n* at 0 ms, deadlock: Task-1 waits for future 1^Jat demo.swift:3\n"))
    }

    @Test func wideTerminalGivesItsColumnsToCellsAndWords() {
        let lines = drawing(Stories.failingGroup, width: 120).split(separator: "\n")
        #expect(
            lines[2]
                == "main              #---------------------------------------E                        threw NetError"
        )
    }
}
