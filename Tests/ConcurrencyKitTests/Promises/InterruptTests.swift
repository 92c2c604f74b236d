import ConcurrencyKit
import Foundation
import Testing

/// Topic 1 of behaviours.md: Ctrl-C. Each test is a process of its own, which sends itself the signal.
@Suite struct InterruptTests {
    /// What the process said, and how it ended.
    private static func lines(of result: ExitTest.Result?) -> [Substring] {
        String(decoding: result?.standardOutputContent ?? [], as: UTF8.self).split(separator: "\n")
            // The testing library may say something, too.
            .filter { $0.hasPrefix("- ") }
    }

    /// A line on standard output, there at once: a signal may end the process at any time.
    private static func say(_ words: Any...) {
        print("-", words.map { "\($0)" }.joined(separator: " "))
        fflush(nil)
    }

    /// As a program finds things that was started at a terminal: SIGINT has its default action, which a shell takes from what
    /// it runs in the background, and comes through to this thread, which the threads of Swift's pool keep it from.
    private static func terminal() {
        signal(SIGINT, SIG_DFL)
        thisThread(SIG_UNBLOCK)
    }

    /// Lets SIGINT come through to this thread, or keeps it away.
    private static func thisThread(_ how: Int32) {
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(how, &interrupt, nil)
    }

    /// Returns when the signal has been handled, if the process still lives then.
    private static func pressCtrlC() { raise(SIGINT) }

    @Test(.promise(17)) func ctrlCCancelsMainWhichCleansUpAndThenTheProcessIsInterrupted() async {
        let result = await #expect(
            processExitsWith: .signal(SIGINT),
            observing: [\.standardOutputContent]
        ) {
            Self.terminal()
            try run(clock: .virtual) {
                createTask {
                    do { try await sleep(for: .seconds(100)) } catch {
                        Self.say("other task is left over, and told after main:", error)
                        throw error
                    }
                }
                EventLoop.running?.callLater(.seconds(1)) { Self.pressCtrlC() }
                do { try await sleep(for: .seconds(50)) } catch {
                    Self.say("main:", error, "at", EventLoop.running?.time ?? .zero)
                    try await sleep(for: .seconds(1))
                    Self.say("main has cleaned up, requests:", LoopTask.current?.cancelling ?? -1)
                    throw error
                }
            }
            Self.say("never")
        }
        #expect(
            Self.lines(of: result) == [
                "- main: CancelledError at 1.0 seconds", "- main has cleaned up, requests: 1",
                "- other task is left over, and told after main: CancelledError",
            ]
        )
    }

    @Test(.promise(17)) func ctrlCWakesALoopThatSleepsInRealTime() async {
        let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
            Self.terminal()
            try run(clock: .continuous) {
                createTask { try await toThread { Self.pressCtrlC() } }
                do { try await sleep(for: .seconds(3600)) } catch {
                    Self.say("main:", error)
                    throw error
                }
            }
        }
        #expect(Self.lines(of: result) == ["- main: CancelledError"])
    }

    @Test(.promise(17)) func mainThatSwallowsTheInterruptionEndsAsItLikes() async {
        let result = await #expect(processExitsWith: .exitCode(3), observing: [\.standardOutputContent]) {
            Self.terminal()
            let value = try run(clock: .virtual) {
                Self.pressCtrlC()
                do { try await sleep(for: .seconds(1)) } catch { Self.say("main:", error) }
                return "a value"
            }
            Self.say(value)
            do {
                try run(clock: .virtual) {
                    Self.pressCtrlC()
                    do { try await sleep(for: .seconds(1)) } catch { throw Failure("another error") }
                }
            } catch { Self.say(error) }
            exit(3)
        }
        #expect(Self.lines(of: result) == ["- main: CancelledError", "- a value", "- another error"])
    }

    @Test(.promise(18)) func secondCtrlCEndsTheProcessAtOnce() async {
        let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
            Self.terminal()
            try run(clock: .virtual) {
                Self.pressCtrlC()
                do { try await sleep(for: .seconds(1)) } catch {
                    Self.say("main:", error)
                    Self.pressCtrlC()
                    Self.say("never")
                }
            }
            Self.say("never")
        }
        #expect(Self.lines(of: result) == ["- main: CancelledError"])
    }

    @Test(.promise(18)) func secondCtrlCEndsAProgramThatNeverGetsToTheFirst() async {
        let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
            Self.terminal()
            try run(clock: .virtual) {
                Self.pressCtrlC()
                Self.say("busy: no suspension point, so nothing is delivered")
                Self.pressCtrlC()
                Self.say("never")
            }
        }
        #expect(Self.lines(of: result) == ["- busy: no suspension point, so nothing is delivered"])
    }

    @Test(.promise(19)) func mainThatIsAlsoCancelledByOtherMeansIsCancelledAndNotInterrupted() async {
        let result = await #expect(processExitsWith: .exitCode(3), observing: [\.standardOutputContent]) {
            Self.terminal()
            func attempt(_ name: String, _ main: @escaping @Loop (LoopTask<Any>) async throws -> Void) {
                do {
                    try run(clock: .virtual) { try await main(LoopTask.current!) }
                    Self.say(name, "returned")
                } catch { Self.say(name, error) }
            }
            attempt("cancelled before") { main in
                main.cancel("by other means")
                Self.pressCtrlC()
                try await sleep(for: .seconds(1))
            }
            attempt("cancelled after") { main in
                Self.pressCtrlC()
                do { try await sleep(for: .seconds(1)) } catch {
                    main.cancel("by other means")
                    try await sleep(for: .seconds(1))
                }
            }
            exit(3)
        }
        #expect(
            Self.lines(of: result) == [
                "- cancelled before CancelledError: by other means", "- cancelled after CancelledError: by other means",
            ]
        )
    }

    @Test(.promise(17, 19)) func requestThatWasWithdrawnDoesNotKeepCtrlCFromInterrupting() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            Self.terminal()
            try run(clock: .virtual) {
                let main = LoopTask.current
                main?.cancel("by other means")
                Self.pressCtrlC()
                do { try await sleep(for: .seconds(1)) } catch {
                    main?.uncancel()
                    throw error
                }
            }
        }
    }

    @Test(.promise(17)) func programThatHandlesTheSignalItselfKeepsItsHandler() async {
        let result = await #expect(processExitsWith: .exitCode(3), observing: [\.standardOutputContent]) {
            Self.terminal()
            signal(SIGINT) { _ in InterruptTests.say("its own handler") }
            try run(clock: .virtual) {
                Self.pressCtrlC()
                try await sleep(for: .seconds(1))
                Self.say("not interrupted")
            }
            exit(3)
        }
        #expect(Self.lines(of: result) == ["- its own handler", "- not interrupted"])
    }

    @Test(.promise(17)) func whenTheRunIsOverCtrlCIsTheProcessesAgain() async {
        let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
            Self.terminal()
            try run(clock: .virtual) { Self.say("ran") }
            Self.pressCtrlC()
            Self.say("never")
        }
        #expect(Self.lines(of: result) == ["- ran"])
    }

    /// The loop may run in a thread that SIGINT is kept from; another one is given it.
    @Test(.promise(17, 19)) func interruptedProgramDiesByTheSignalThoughItsThreadBlocksIt() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            Self.terminal()
            Self.thisThread(SIG_BLOCK)
            try run(clock: .continuous) {
                let hold = EventLoop.running?.hold()
                detach {
                    Self.thisThread(SIG_UNBLOCK)
                    Self.pressCtrlC()
                    hold?.release()
                }
                try await sleep(for: .seconds(3600))
            }
        }
    }
}
