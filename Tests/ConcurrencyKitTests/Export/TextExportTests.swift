import ConcurrencyKit
import Testing

/// The log of a run, as a person reads it.
@Suite struct TextExportTests {
    /// The other child goes on, until the loop cancels what main left behind.
    @Test func gatherThatFails() {
        #expect(
            TraceExport.text(ExportedProgram.gatherFailure.trace()) == #"""
                   0 ms  Task-1 is created (demo.swift:1)
                   0 ms  Task-1 is ready
                   0 ms  Task-1 starts
                   0 ms  Task-2 is created by Task-1 for gather 1 (demo.swift:2)
                   0 ms  Task-2 is ready
                   0 ms  Task-3 is created by Task-1 for gather 1 (demo.swift:2)
                   0 ms  Task-3 is ready
                   0 ms  Task-1 opens gather 1 of Task-2, Task-3 (demo.swift:2)
                   0 ms  Task-1 waits for gather 1 (demo.swift:2)
                   0 ms  Task-2 starts
                   0 ms  Task-2 sleeps until 2000 ms (demo.swift:3)
                   0 ms  Task-3 starts
                   0 ms  Task-3 sleeps until 1000 ms (demo.swift:4)
                1000 ms  Task-3 is ready
                1000 ms  Task-3 goes on
                1000 ms  Task-3 throws Failure: no b
                1000 ms  gather 1 of Task-1 ends
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  Task-1 throws Failure: no b
                1000 ms  Task-2 is asked to cancel
                1000 ms  Task-2 is ready
                1000 ms  the loop opens gather 2 of Task-2 (ConcurrencyKit/Run.swift:0)
                1000 ms  Task-2 goes on
                1000 ms  Task-2 ends cancelled
                1000 ms  gather 2 of the loop ends

                """#
        )
    }

    @Test func timeoutThatExpires() {
        #expect(
            TraceExport.text(ExportedProgram.timeout.trace()) == #"""
                  0 ms  Task-1 is created (demo.swift:1)
                  0 ms  Task-1 is ready
                  0 ms  Task-1 starts
                  0 ms  Task-1 opens timeout 1 until 250 ms (demo.swift:2)
                  0 ms  Task-1 sleeps until 60000 ms (demo.swift:3)
                250 ms  Task-1 is asked to cancel
                250 ms  Task-1 is ready
                250 ms  Task-1 goes on
                250 ms  timeout 1 of Task-1 ends
                250 ms  Task-1 throws TimeoutError

                """#
        )
    }

    @Test func groupThatFails() {
        #expect(
            TraceExport.text(ExportedProgram.group.trace()) == #"""
                0 ms  Task-1 is created (demo.swift:1)
                0 ms  Task-1 is ready
                0 ms  Task-1 starts
                0 ms  Task-1 opens group 1 (demo.swift:2)
                0 ms  slow is created by Task-1 for group 1 (demo.swift:3)
                0 ms  slow is ready
                0 ms  bad is created by Task-1 for group 1 (demo.swift:5)
                0 ms  bad is ready
                0 ms  Task-1 waits for group 1 (demo.swift:2)
                0 ms  slow starts
                0 ms  slow sleeps until 9000 ms (demo.swift:4)
                0 ms  bad starts
                0 ms  bad throws Failure: bad luck
                0 ms  slow is asked to cancel
                0 ms  slow is ready
                0 ms  Task-1 is asked to cancel
                0 ms  Task-1 is ready
                0 ms  slow goes on
                0 ms  slow ends cancelled
                0 ms  Task-1 goes on
                0 ms  Task-1 waits for group 1 (demo.swift:2)
                0 ms  Task-1 is ready
                0 ms  Task-1 goes on
                0 ms  group 1 of Task-1 ends
                0 ms  Task-1 throws ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)

                """#
        )
    }

    @Test func requestToCancel() {
        #expect(
            TraceExport.text(ExportedProgram.cancel.trace()) == #"""
                   0 ms  Task-1 is created (demo.swift:1)
                   0 ms  Task-1 is ready
                   0 ms  Task-1 starts
                   0 ms  nap is created by Task-1 (demo.swift:2)
                   0 ms  nap is ready
                   0 ms  Task-1 sleeps until 1000 ms (demo.swift:4)
                   0 ms  nap starts
                   0 ms  nap sleeps until 100000 ms (demo.swift:3)
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  nap is asked to cancel by Task-1: enough
                1000 ms  nap is ready
                1000 ms  Task-1 waits for nap
                1000 ms  nap goes on
                1000 ms  nap ends cancelled: enough
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  Task-1 returns

                """#
        )
    }

    @Test func shieldedTask() {
        #expect(
            TraceExport.text(ExportedProgram.shield.trace()) == #"""
                   0 ms  Task-1 is created (demo.swift:1)
                   0 ms  Task-1 is ready
                   0 ms  Task-1 starts
                   0 ms  saving is created by Task-1 (demo.swift:2)
                   0 ms  saving is ready
                   0 ms  waiter is created by Task-1 (demo.swift:4)
                   0 ms  waiter is ready
                   0 ms  Task-1 sleeps until 1000 ms (demo.swift:5)
                   0 ms  saving starts
                   0 ms  saving sleeps until 3000 ms (demo.swift:3)
                   0 ms  waiter starts
                   0 ms  waiter opens shield 1 of saving (ConcurrencyKitTests/ExportedProgram.swift:61)
                   0 ms  waiter waits for future 1
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  waiter is asked to cancel by Task-1
                1000 ms  shield 1 of waiter ends
                1000 ms  waiter is ready
                1000 ms  Task-1 waits for saving
                1000 ms  waiter goes on
                1000 ms  waiter ends cancelled
                3000 ms  saving is ready
                3000 ms  saving goes on
                3000 ms  saving returns saved
                3000 ms  Task-1 is ready
                3000 ms  Task-1 goes on
                3000 ms  Task-1 returns

                """#
        )
    }

    @Test func waitForAThread() {
        #expect(
            TraceExport.text(ExportedProgram.threads.trace()) == #"""
                0 ms  Task-1 is created (demo.swift:1)
                0 ms  Task-1 is ready
                0 ms  Task-1 starts
                0 ms  Task-1 waits for a thread (demo.swift:2)
                0 ms  Task-1 is ready
                0 ms  Task-1 goes on
                0 ms  Task-1 returns

                """#
        )
    }

    @Test func whatIsLeftBehind() {
        #expect(
            TraceExport.text(ExportedProgram.leftovers.trace()) == #"""
                   0 ms  Task-1 is created (demo.swift:1)
                   0 ms  Task-1 is ready
                   0 ms  Task-1 starts
                   0 ms  lost is created by Task-1 (demo.swift:2)
                   0 ms  lost is ready
                   0 ms  left is created by Task-1 (demo.swift:3)
                   0 ms  left is ready
                   0 ms  Task-1 sleeps until 1000 ms (demo.swift:5)
                   0 ms  lost starts
                   0 ms  lost throws Failure: unread
                   0 ms  left starts
                   0 ms  left sleeps until 100000 ms (demo.swift:4)
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  Task-1 returns
                1000 ms  left is asked to cancel
                1000 ms  left is ready
                1000 ms  the loop opens gather 1 of left (ConcurrencyKit/Run.swift:0)
                1000 ms  left goes on
                1000 ms  left ends cancelled
                1000 ms  gather 1 of the loop ends
                1000 ms  lost: error never retrieved: the error of task 'lost' was never retrieved: unread (made at demo.swift:2)

                """#
        )
    }

    @Test func deadlock() {
        #expect(
            TraceExport.text(ExportedProgram.deadlock.trace()) == #"""
                0 ms  Task-1 is created (demo.swift:1)
                0 ms  Task-1 is ready
                0 ms  Task-1 starts
                0 ms  Task-1 waits for future 1
                0 ms  deadlock: task 'Task-1' waits for future 1 (demo.swift:1)
                0 ms  Task-1 is asked to cancel
                0 ms  Task-1 is ready
                0 ms  the loop opens gather 1 of Task-1 (ConcurrencyKit/Run.swift:0)
                0 ms  Task-1 goes on
                0 ms  Task-1 ends cancelled
                0 ms  gather 1 of the loop ends

                """#
        )
    }

    /// Twins are told apart, the nameless have a number, and nothing breaks or reorders a line.
    @Test func namesOfAllSorts() {
        #expect(
            TraceExport.text(ExportedProgram.renamed.trace()) == #"""
                   0 ms  Task-1 is created (demo.swift:1)
                   0 ms  Task-1 is ready
                   0 ms  Task-1 starts
                   0 ms  twin (task 2) is created by Task-1 (demo.swift:2)
                   0 ms  twin (task 2) is ready
                   0 ms  twin (task 3) is created by Task-1 (demo.swift:2)
                   0 ms  twin (task 3) is ready
                   0 ms  task 4 is created by Task-1 (demo.swift:2)
                   0 ms  task 4 is ready
                   0 ms  new\nline is created by Task-1 (demo.swift:2)
                   0 ms  new\nline is ready
                   0 ms  right\u{202E}to left is created by Task-1 (demo.swift:2)
                   0 ms  right\u{202E}to left is ready
                   0 ms  end is created by Task-1 (demo.swift:2)
                   0 ms  end is ready
                   0 ms  #1; A->>B: x %% "y" is created by Task-1 (demo.swift:2)
                   0 ms  #1; A->>B: x %% "y" is ready
                   0 ms  家 👩‍👩‍👧 is created by Task-1 (demo.swift:2)
                   0 ms  家 👩‍👩‍👧 is ready
                   0 ms  clerk is created by Task-1 (demo.swift:3)
                   0 ms  clerk is ready
                   0 ms  clerk is now called chief
                   0 ms  Task-1 sleeps until 1000 ms (demo.swift:4)
                   0 ms  twin (task 2) starts
                   0 ms  twin (task 2) returns
                   0 ms  twin (task 3) starts
                   0 ms  twin (task 3) returns
                   0 ms  task 4 starts
                   0 ms  task 4 returns
                   0 ms  new\nline starts
                   0 ms  new\nline returns
                   0 ms  right\u{202E}to left starts
                   0 ms  right\u{202E}to left returns
                   0 ms  end starts
                   0 ms  end returns
                   0 ms  #1; A->>B: x %% "y" starts
                   0 ms  #1; A->>B: x %% "y" returns
                   0 ms  家 👩‍👩‍👧 starts
                   0 ms  家 👩‍👩‍👧 returns
                   0 ms  chief starts
                   0 ms  chief returns
                1000 ms  Task-1 is ready
                1000 ms  Task-1 goes on
                1000 ms  Task-1 returns

                """#
        )
    }

    @Test(arguments: [
        (0, "0"), (1, "0.000001"), (1_500_000, "1.5"), (250_000_000, "250"), (86_400_000_000_000, "86400000"),
        (.max, "9223372036854.775807"),
    ])
    func timesAreExact(_ time: Int64, _ milliseconds: String) {
        let event = TraceEvent(seq: 1, time: time, realTime: 0, task: 1, kind: .ready)
        #expect(TraceExport.text([event]) == "\(milliseconds) ms  task 1 is ready\n")
    }

    @Test func noEventsAreNoLines() {
        #expect(TraceExport.text([]) == "")
    }
}
