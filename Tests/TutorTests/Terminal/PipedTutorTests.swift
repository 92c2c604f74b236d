import Foundation
import Testing

/// The tutor between pipes, as a script uses it.
struct PipedTutorTests {
    @Test func everyLineIsReadWithoutPromptOrEcho() throws {
        let shown = try shell(#"printf 'one\r\ntwo\n\n日本\377\nlast' | $TUTOR"#)
        #expect(shown.text == "line: <one>\nline: <two>\nline: <>\nline: <日本\u{FFFD}>\nline: <last>\nend\n")
        #expect(shown.status == 0)
    }

    @Test func anEmptyInputEndsAtOnce() throws {
        #expect(try shell("$TUTOR < /dev/null") == Shown(text: "end\n", status: 0))
    }

    @Test func closedStandardInputEndsAtOnce() throws {
        #expect(try shell("$TUTOR <&-") == Shown(text: "end\n", status: 0))
    }

    @Test func aLineAboveTheLimitIsSaidAndSkipped() throws {
        let shown = try shell("{ head -c 3000000 /dev/zero | tr '\\0' x; echo; echo next; } | $TUTOR")
        let said = "input: a line is longer than 1000000 bytes and was skipped; send shorter lines\n"
        #expect(shown == Shown(text: said + "line: <next>\nend\n", status: 0))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "needs bash"))
    func aClosedOutputPipeEndsTheTutorSilently() throws {
        let shown = try shell("/bin/bash -c 'echo flood | $TUTOR | head -n 1; echo ${PIPESTATUS[1]}'")
        #expect(shown.text == "flood\n141\n")
    }

    @Test func outputThatWasNeverOpenEndsTheTutorSilently() throws {
        #expect(try shell("echo x | $TUTOR >&-") == Shown(text: "", status: 141))
    }

    @Test func terminationEndsAReadThatWaits() throws {
        let command = """
            mkfifo in && { $TUTOR < in > out & } && exec 9> in && echo wait >&9
            \(TutorProcess.untilShown("waiting", in: "out"))
            kill -TERM $!; wait $!; echo $?; cat out
            """
        #expect(try shell(command).text == "143\nwaiting\ninterrupted\nend\n")
    }

    private struct Shown: Equatable {
        var text: String
        var status: Int32
    }

    private func shell(_ command: String) throws -> Shown {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tutor-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var environment = ProcessInfo.processInfo.environment
        environment["TUTOR"] = "\(TmuxTerminal.tutor) line-editor-check"
        let output = folder.appendingPathComponent("shown")
        let status = try ChildProcess.run(
            ["/bin/sh", "-c", "cd '\(folder.path)'; \(command)"],
            environment: environment,
            output: output.path
        )
        return Shown(text: try String(decoding: Data(contentsOf: output), as: UTF8.self), status: status)
    }
}
