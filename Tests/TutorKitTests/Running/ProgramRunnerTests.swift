import ConcurrencyKit
import Foundation
import Synchronization
import Testing

@testable import TutorKit

@Suite struct ProgramRunnerTests {
    @Test func outputAndErrorsAreKeptApart() async {
        let run = await Fixtures.run(shell: "echo out; echo err >&2; exit 3")
        #expect(run.end == .exited(3))
        #expect(run.output == "out\n")
        #expect(run.errorOutput == "err\n")
    }

    @Test func silenceIsAnEmptyRun() async {
        let run = await Fixtures.run(shell: ":")
        #expect(run.end == .exited(0))
        #expect(run.output.isEmpty && run.errorOutput.isEmpty && run.trace.isEmpty && run.traceProblems.isEmpty)
    }

    @Test func bytesPassTheTerminalUnchanged() async {
        let run = await Fixtures.run(shell: #"printf 'a\tb\r\nc\n\033[1m'; test -t 1 && test ! -t 0"#)
        #expect(run.end == .exited(0), "standard output is a terminal, standard input is not")
        #expect(Array(run.output.utf8) == Array("a\tb\r\nc\n\u{1B}[1m".utf8))
    }

    @Test func invalidBytesAreRepaired() async {
        let run = await Fixtures.run(shell: #"printf 'caf\303\251 \377\376 \342\202'"#)
        #expect(run.output == "café \u{FFFD}\u{FFFD} \u{FFFD}")
    }

    @Test func argumentsArriveAsTheyAre() async {
        let arguments = ["a b", "", "quo\"te'", "$HOME", "*", "é\n"]
        let run = await Fixtures.run(shell: #"for a in "$@"; do printf '<%s>' "$a"; done"#, arguments: arguments)
        #expect(run.output == "<a b><><quo\"te'><$HOME><*><é\n>")
    }

    @Test func aPathWithSpacesAndQuotesRuns() async throws {
        try await Fixtures.withFolder { folder in
            let path = "\(folder)/it's a \"program\" $HOME.sh"
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/bin/echo")
            let run = await ProgramRunner(temporaryFolder: Fixtures.temporaryFolder)
                .run(Program(executable: path), options: RunOptions(arguments: ["ran"]))
            #expect(run.end == .exited(0))
            #expect(run.output == "ran\n")
        }
    }

    @Test func theEnvironmentIsTheTutorsAndNotThePersons() async {
        var options = RunOptions(clock: .continuous, seed: 7, environment: ["EXTRA": "more"])
        options.workingFolder = nil
        let run = await Fixtures.run(
            shell: "env | cut -d= -f1 | sort | tr '\\n' ' '; echo; echo $CONCURRENCYKIT_CLOCK $CONCURRENCYKIT_SEED",
            options: options
        )
        #expect(
            run.output == """
                CONCURRENCYKIT_CLOCK CONCURRENCYKIT_SEED CONCURRENCYKIT_TAKEOVER CONCURRENCYKIT_TRACE EXTRA HOME LANG MALLOC_ARENA_MAX PATH \
                PWD SWIFT_BACKTRACE SWIFT_DETERMINISTIC_HASHING TERM TMPDIR TZ \n\
                continuous 7

                """
        )
    }

    @Test func everyRunHasAnEmptyFolderThatIsRemoved() async {
        let run = await Fixtures.run(shell: "ls -A; touch litter; pwd")
        #expect(run.output.hasSuffix("/home\n") && run.output.split(separator: "\n").count == 1)
        let folder = run.output.trimmingCharacters(in: .newlines)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func outputArrivesInPiecesThatMakeTheWhole() async {
        let pieces = Mutex<[OutputChunk]>([])
        let run = await Fixtures.run(shell: "for i in 1 2 3 4 5 6 7 8 9; do echo line $i; echo $i >&2; done") { chunk in
            pieces.withLock { $0.append(chunk) }
        }
        let all = pieces.withLock { $0 }
        #expect(all.filter { $0.stream == .output }.map(\.text).joined() == run.output)
        #expect(all.filter { $0.stream == .error }.map(\.text).joined() == run.errorOutput)
        #expect(run.output.hasSuffix("line 9\n"))
    }

    @Test func outputIsSeenWhileTheProgramRuns() async {
        // The program goes on only when the test, having seen its first line, has made the file.
        let script = "echo first; until [ -e go ]; do sleep 0.01; done; echo second"
        let run = try? await Fixtures.withFolder { folder in
            await Fixtures.run(shell: script, options: RunOptions(workingFolder: folder)) { chunk in
                if chunk.text.contains("first") {
                    try? Fixtures.write(Data(), to: "\(folder)/go")
                }
            }
        }
        #expect(run?.output == "first\nsecond\n")
        #expect(run?.end == .exited(0))
    }

    @Test func theTraceIsRead() async {
        let event = TraceEvent(
            seq: 1,
            time: 0,
            realTime: 5,
            task: 1,
            kind: .created(name: "Task-1", parent: nil, scope: nil)
        )
        let run = await Fixtures.run(
            shell: """
                printf '%s\\n' '{"format":"concurrencykit/trace/v1","clock":"virtual"}' '\(event.jsonLine)' \
                > "$CONCURRENCYKIT_TRACE"; printf '{"seq":2,"ti' >> "$CONCURRENCYKIT_TRACE"; kill -9 $$
                """
        )
        #expect(run.end == .signalled(TerminatingSignal(number: SIGKILL)))
        #expect(run.trace == [event])
        #expect(run.traceProblems.isEmpty)
    }

    @Test func aProgramThatIsNoneCannotBeStarted() async {
        let runner = ProgramRunner(temporaryFolder: Fixtures.temporaryFolder)
        let missing = await runner.run(Program(executable: "/no/such/program"))
        #expect(missing.end == .couldNotStart("/no/such/program is no program"))
        let folder = await runner.run(Program(executable: "/tmp"))
        guard case .couldNotStart = folder.end else {
            Issue.record("a folder ran: \(folder.end)")
            return
        }
        let nul = await runner.run(Program(executable: "/bin/sh"), options: RunOptions(arguments: ["-c", "echo a\0b"]))
        #expect(nul.end == .couldNotStart("an argument contains a NUL character"))
    }

    @Test func noTemporaryFolderIsSaid() async {
        let run = await ProgramRunner(temporaryFolder: "/no/such/folder").run(Program(executable: "/bin/sh"))
        #expect("\(run.end)".contains("/no/such/folder: cannot make a folder here (No such file or directory)"))
    }

    @Test func aMissingWorkingFolderIsSaid() async {
        let run = await Fixtures.run(shell: "echo ran", options: RunOptions(workingFolder: "/no/such/folder"))
        guard case .couldNotStart = run.end else {
            Issue.record("it ran: \(run)")
            return
        }
    }
}
