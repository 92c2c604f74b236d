import Foundation
import Testing

@testable import TutorKit

@Suite struct CancellationTests {
    /// Runs `script` and cancels it as soon as it has said "ready".
    private func cancelled(_ script: String, grace: Duration) async -> ProgramRun {
        let (ready, send) = AsyncStream<Void>.makeStream()
        let run = Task {
            await Fixtures.run(shell: script, options: RunOptions(interruptGrace: grace)) { chunk in
                if chunk.text.contains("ready") { send.yield() }
            }
        }
        for await _ in ready { break }
        run.cancel()
        return await run.value
    }

    @Test func cancelledRunReportsCancelled() async {
        let run = await cancelled("echo ready; while :; do sleep 0.01; done", grace: .seconds(5))
        #expect(run.end == .cancelled)
        #expect(run.output == "ready\n")
    }

    @Test func aProgramMaySayGoodbyeWhenInterrupted() async {
        let run = await cancelled(
            "trap 'echo goodbye; exit 0' INT; echo ready; while :; do sleep 0.01; done",
            grace: .seconds(5)
        )
        #expect(run.end == .cancelled)
        #expect(run.output == "ready\ngoodbye\n")
    }

    @Test func aProgramThatIgnoresInterruptsIsKilled() async {
        let run = await cancelled(
            "trap '' INT TERM; echo ready; while :; do sleep 0.01; done",
            grace: .milliseconds(100)
        )
        #expect(run.end == .cancelled)
        #expect(run.output == "ready\n")
    }

    @Test func aTaskThatIsCancelledAlreadyStartsNothing() async {
        let run = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Fixtures.run(shell: "echo started")
        }.value
        #expect(run.end == .cancelled)
        #expect(run.output.isEmpty)
    }
}
