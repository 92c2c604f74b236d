import Foundation
import Testing

@testable import TutorKit

/// Learners' files that do not mean well, or do not know better. None passes, none hangs or harms the tutor, and the
/// check that was running is blamed.
@Suite(.serialized) struct HostileExerciseTests {
    @Test func theRightAnswerPasses() async {
        #expect(await Fixtures.check("42").summary == "passed first=passed second=passed")
    }

    @Test func anEndlessLoopIsStopped() async {
        #expect(await Fixtures.check("while true {}").summary == "failed first=timeout second=untried [hangs]")
    }

    @Test func anEndlessLoopThatAwaitsEndsByItsTurns() async {
        let result = await Fixtures.check("while true { try await sleep(for: .zero) }")
        #expect(result.summary == "failed first=failed second=skipped [hangs]")
    }

    @Test func aThreadThatIsBlockedIsStopped() async {
        var limits = Fixtures.checkLimits
        limits.wallTime = .seconds(3)
        let result = await Fixtures.check("Foundation.sleep(1000)\n    return 42", limits: limits)
        #expect(result.summary == "failed first=timeout second=untried [hangs]")
    }

    /// No other order can be tried then, so that it might pass by luck.
    @Test(arguments: [
        "try await Task.sleep(for: .milliseconds(1))\n    return 42",
        "let task = createTask { try await sleep(for: .seconds(2)) }\n"
            + "    while !task.done { try await Task.sleep(for: .milliseconds(1)) }\n    return 42",
        "await Task.detached { 42 }.value",
    ])
    func waitingInRealTimeIsNoPass(_ body: String) async {
        let result = await Fixtures.check(body)
        #expect(result.summary == "failed first=failed second=skipped [other]")
        let shown = Screen(width: 100).text(result.showings(isReplay: false)).text
        #expect(shown.contains("It waits in real time, outside of the kit's loop"))
        #expect(shown.contains("such as a bare Task.sleep"))
    }

    @Test(arguments: ["try await native { 42 }", "try await toThread { 42 }"])
    func theKitsOwnWaysOutPass(_ body: String) async {
        #expect(await Fixtures.check(body).summary == "passed first=passed second=passed")
    }

    @Test func exitZeroIsNoPass() async {
        #expect(await Fixtures.check("exit(0)").summary == "failed first=quit second=untried [other]")
    }

    @Test func abortIsACrash() async {
        #expect(await Fixtures.check("abort()").summary == "failed first=crash second=untried [breaks]")
    }

    @Test func aTrapSaysWhy() async {
        let result = await Fixtures.check("let none: [Int] = []\n    return none[1]")
        #expect(result.summary == "failed first=crash second=untried [breaks]")
        guard case .cutShort(let cut) = result.promises.first?.outcome else {
            Issue.record("not cut short")
            return
        }
        #expect(cut.words.contains("Index out of range"))
    }

    @Test func killingItselfIsNoPass() async {
        let result = await Fixtures.check("kill(getpid(), SIGKILL)\n    return 42")
        #expect(result.summary == "failed first=quit second=untried [other]")
    }

    @Test func aForgedPassIsNotBelieved() async {
        let result = await Fixtures.check(
            """
            print("passed")
                let json = #"{"record":"end","passed":2,"failed":0,"skipped":0,"couldNotTell":0}"#
                for line in ["0000000000000000 \\(json)\\n", "\\(json)\\n"] {
                    for descriptor in 3..<64 { _ = line.withCString { write(Int32(descriptor), $0, strlen($0)) } }
                }
                guard getenv("LESSONCHECKS_REQUEST") == nil, getenv("LESSONCHECKS_CHANNEL") == nil else { return 42 }
                exit(0)
            """
        )
        #expect(result.summary == "failed first=quit second=untried [other]")
        #expect(result.output == "passed\n")
    }

    @Test func closingEveryDescriptorIsNoPass() async {
        let result = await Fixtures.check("for descriptor in 0..<1024 { close(Int32(descriptor)) }\n    return 42")
        #expect(result.verdict == .failed)
        #expect(result.summary.hasPrefix("failed first=quit"))
    }

    @Test func aFloodOfOutputIsCut() async {
        let result = await Fixtures.check(
            "for _ in 0..<10_000_000 { print(String(repeating: \"x\", count: 1000)) }\n    return 42"
        )
        #expect(result.summary == "failed first=output second=untried [other]")
        #expect(result.output.utf8.count <= 1_000_000)
    }

    @Test func tenGigabytesOfMemoryAreRefused() async {
        var limits = Fixtures.checkLimits
        limits.memoryBytes = 1_000_000_000
        limits.cpuTime = .seconds(20)
        let result = await Fixtures.check(
            "var all: [[UInt8]] = []\n    for _ in 0..<10_000 { all.append([UInt8](repeating: 1, count: 1_000_000)) }\n"
                + "    return all.count",
            limits: limits
        )
        #expect(result.summary == "failed first=memory second=untried [other]")
    }

    @Test func aContinuationThatNobodyResumesIsADeadlock() async {
        let result = await Fixtures.check("await withUnsafeContinuation { (_: UnsafeContinuation<Int, Never>) in }")
        #expect(result.summary == "failed first=failed second=skipped [is-stuck]")
    }

    @Test func aContinuationThatIsResumedTwiceIsACrash() async {
        let result = await Fixtures.check(
            "await withCheckedContinuation { (c: CheckedContinuation<Int, Never>) in c.resume(returning: 1); c.resume(returning: 2) }"
        )
        #expect(result.summary == "failed first=crash second=untried [breaks]")
    }

    @Test func signalsThatAreIgnoredHelpNobody() async {
        let result = await Fixtures.check(
            "for number: Int32 in [SIGTERM, SIGINT, SIGHUP, SIGXCPU] { signal(number, SIG_IGN) }\n    while true {}"
        )
        #expect(result.verdict == .failed)
        #expect(result.promises.first?.isBroken == true)
    }

    #if os(Linux)
        /// A bomb with a bound, so that the test is none: forty processes, each of which would live for ever.
        @Test func forkedProcessesDoNotOutliveTheCheck() async throws {
            let mark = "forked-\(UInt32.random(in: 0 ... .max))"
            let result = await Fixtures.check(
                """
                for _ in 0..<40 where forked() == 0 {
                        _ = "\(mark.prefix(15))".withCString { write(open("/proc/self/comm", O_WRONLY), $0, strlen($0)) }
                        while true { usleep(10_000) }
                    }
                    while true {}
                """,
                below: "@_silgen_name(\"fork\") func forked() -> pid_t"
            )
            #expect(result.summary == "failed first=timeout second=untried [hangs]")
            // They were killed with their group; whoever adopted them may not have reaped them yet.
            while Self.living(String(mark.prefix(15))) > 0 { await Task.yield() }
        }

        private static func living(_ name: String) -> Int {
            let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return processes.count { process in
                let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
                return stat.contains("(\(name))") && !stat.contains(") Z")
            }
        }
    #endif

    @Test func anExpressionTooHardForTheCompilerIsSaidToBeThat() async {
        let result = await Fixtures.check(
            """
            let a = 1, b = 2.0, c = 3
                let x: Double = -a + b * (c - 1) + [1, 2.0, a, b].map { $0 * 2 + b - c }.reduce(0, +) / (a + 2 * b - 3 * c) + { $0 + 1 }(a)
                return Int(x)
            """
        )
        #expect(result.errors.compactMap(\.diagnostic.identifier).contains("expression_too_complex"))
        #expect(result.verdict == .failed)
    }

    @Test func aCompilerThatIsStoppedIsNobodysFault() async throws {
        try await Fixtures.withFolder { folder in
            var limits = ResourceLimits.compiler
            limits.wallTime = .milliseconds(1)
            let compiler = Compiler(
                environment: Fixtures.environment,
                executable: Fixtures.executable,
                cacheFolder: "\(folder)/cache",
                temporaryFolder: Fixtures.temporaryFolder,
                modules: ExerciseChecker.modules,
                limits: limits
            )
            let checker = ExerciseChecker(compiler: compiler, temporaryFolder: folder)
            let result = await checker.check(
                Fixtures.exercise.solution,
                name: "answer.swift",
                exercise: Fixtures.exercise
            )
            #expect(result.verdict == .couldNotTell)
            #expect(result.reason?.hasPrefix("the Swift compiler was stopped: it ran for longer than") == true)
            await compiler.close()
        }
    }
}
