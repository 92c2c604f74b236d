import Testing

@testable import TutorKit

@Suite struct LimitedCommandTests {
    @Test func onlyNumbersReachTheShellsText() {
        var limits = ResourceLimits.program
        limits.cpuTime = .milliseconds(1500)
        limits.processes = 2
        let command = LimitedCommand(["/tmp/a b", "$(rm -rf ~)"], limits: limits, terminal: "/dev/pts/7")
        #expect(
            command.arguments == [
                "-c",
                """
                { true <"$1"; shift; ulimit -c 0; ulimit -S -t 2; ulimit -H -t 3; ulimit -v 1953125; ulimit -f 125000; \
                ulimit -u 6 || ulimit -p 6; } 2>/dev/null; exec "$@"
                """,
                "async-tutor", "/dev/pts/7", "/tmp/a b", "$(rm -rf ~)",
            ]
        )
    }

    @Test func aFailedStartIsToldFromAProgramsOwnCode() {
        #expect(
            LimitedCommand.startFailure(exitCode: 127, errorOutput: "async-tutor: 1: exec: /x: not found\n")
                == "1: exec: /x: not found"
        )
        #expect(LimitedCommand.startFailure(exitCode: 127, errorOutput: "not found\n") == nil)
        #expect(LimitedCommand.startFailure(exitCode: 1, errorOutput: "async-tutor: x\n") == nil)
    }
}
