import Foundation
import Testing

@testable import TutorKit

/// Programs that do not behave. Each ends within its limit, and what it printed until then is kept.
@Suite struct LimitTests {
    @Test func anEndlessLoopIsStopped() async {
        let run = await Fixtures.run(shell: "echo before; while :; do :; done", limits: .short)
        #expect(run.end == .timeLimit(.milliseconds(500)))
        #expect(run.output == "before\n")
        #expect("\(run.end)" == "was stopped: it ran for longer than 0.5 seconds")
    }

    @Test func oneThatRefusesToEndIsKilled() async {
        let run = await Fixtures.run(shell: "trap '' TERM INT HUP; echo never; while :; do :; done", limits: .short)
        #expect(run.end == .timeLimit(.milliseconds(500)))
        #expect(run.output == "never\n")
    }

    @Test func aSleeperIsStopped() async {
        let run = await Fixtures.run(shell: "sleep 600; echo woke", limits: .short)
        #expect(run.end == .timeLimit(.milliseconds(500)))
        #expect(run.output.isEmpty)
    }

    @Test func aFloodIsCutAtTheLimit() async {
        var limits = ResourceLimits.program
        limits.outputBytes = 10_000
        let run = await Fixtures.run(shell: "yes 'all work and no play'", limits: limits)
        #expect(run.end == .outputLimit(10_000))
        let flood = String(repeating: "all work and no play\n", count: 500)
        #expect(run.output == String(flood.prefix(10_000)))
    }

    @Test func aFloodOfErrorsIsCutAsWell() async {
        var limits = ResourceLimits.program
        limits.outputBytes = 10_000
        let run = await Fixtures.run(shell: "echo out; yes oops >&2", limits: limits)
        #expect(run.end == .outputLimit(10_000))
        #expect(run.output == "out\n")
        #expect(run.errorOutput.utf8.count <= 10_000)
    }

    @Test func aHugeLineIsCutBetweenCharacters() async {
        var limits = ResourceLimits.program
        limits.outputBytes = 10_001
        let run = await Fixtures.run(shell: "while :; do printf éééééééééééééééé; done", limits: limits)
        #expect(run.end == .outputLimit(10_001))
        #expect(run.output == String(repeating: "é", count: 5000))
    }

    @Test func aHugeLineWithinTheLimitIsKeptWhole() async {
        let run = await Fixtures.run(shell: "head -c 900000 /dev/zero | tr '\\0' x")
        #expect(run.end == .exited(0))
        #expect(run.output.utf8.count == 900_000)
    }

    @Test(.timeLimit(.minutes(5))) func aChildThatOutlivesItsParentIsKilledAndNotWaitedFor() async {
        let run = await Fixtures.run(shell: "sleep 600 & echo $!")
        #expect(run.end == .exited(0))
        let child = pid_t(run.output.trimmingCharacters(in: .newlines)) ?? 0
        #expect(child > 0)
        // Killed with its group, which it notices when it is scheduled; whoever adopted it may not have reaped it yet.
        while kill(child, 0) == 0, state(of: child) != "Z" { await Task.yield() }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid")))
    func aChildThatLeftForItsOwnSessionIsNotWaitedFor() async throws {
        // The parent leaves when the other has said who it is.
        let run = await Fixtures.run(
            shell: "setsid sh -c 'echo $$ > who; exec sleep 600' & until [ -s who ]; do sleep 0.01; done; cat who"
        )
        #expect(run.end == .exited(0))
        let child = try #require(pid_t(run.output.trimmingCharacters(in: .newlines)))
        #expect(kill(child, SIGKILL) == 0, "it survived, as documented, and is ended here")
    }

    @Test func oneThatClosesItsOutputIsWaitedFor() async {
        let run = await Fixtures.run(shell: "echo before; exec >&- 2>&-; sleep 0.1; exit 4")
        #expect(run.end == .exited(4))
        #expect(run.output == "before\n")
    }

    @Test func aProcessorHogIsStopped() async {
        var limits = ResourceLimits.program
        limits.cpuTime = .seconds(1)
        let run = await Fixtures.run(shell: "while :; do :; done", limits: limits)
        #expect(run.end == .cpuLimit(.seconds(1)))
    }

    @Test func aHugeFileIsRefused() async {
        var limits = ResourceLimits.program
        limits.fileBytes = 10_240
        let run = await Fixtures.run(shell: "exec head -c 1000000 /dev/zero > big", limits: limits)
        #expect(run.end == .signalled(TerminatingSignal(number: SIGXFSZ)))
    }

    @Test func theSystemsOwnLimitsAreSet() async {
        let limits = ResourceLimits.program
        let run = await Fixtures.run(shell: "ulimit -c; ulimit -t; ulimit -H -t; ulimit -v", limits: limits)
        #if os(Linux)
            #expect(run.output == "0\n20\n21\n1953125\n")
        #else
            #expect(run.output.hasPrefix("0\n20\n21\n"))
        #endif
    }

    @Test func anyOtherEndHasAName() async {
        let killed = await Fixtures.run(shell: "echo a; kill -KILL $$")
        #expect("\(killed.end)" == "was killed, by someone else or by the system for want of memory (SIGKILL)")
        #expect(killed.output == "a\n")
        #if os(Linux)
            let strange = await Fixtures.run(shell: "kill -40 $$")
            #expect("\(strange.end)" == "was ended by a signal (signal 40)")
        #endif
    }

    #if os(Linux)
        /// Without a controlling terminal a program would outlive a tutor that was killed.
        @Test func theProgramIsHungUpWithTheTutor() async {
            let run = await Fixtures.run(shell: "true < /dev/tty && echo has a terminal")
            #expect(run.output == "has a terminal\n")
        }
    #endif

    private func state(of process: pid_t) -> String {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return stat.split(separator: ")").last?.split(separator: " ").first.map(String.init) ?? "Z"
    }
}
