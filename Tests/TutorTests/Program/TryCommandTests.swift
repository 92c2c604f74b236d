import Foundation
import Testing

/// `tutor try` in a pipe.
@Suite struct TryCommandTests {
    let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private func tryOut(_ arguments: String..., input: String = "") async throws -> TutorProcess.Ended {
        try await TutorProcess.tutor(["try"] + arguments, input: input, environment: home.environment)
    }

    @Test func topLevelAwaitRunsInVirtualTimeAndTheValueIsShown() async throws {
        let printed = try await tryOut("print(try await gather(one, two))")
        #expect(printed.output == "[\"Result 1\", \"Result 2\"]\n")
        #expect(printed.error == "")
        #expect(printed.status == 0)
        let value = try await tryOut("await gather(one, two).count", "--timeline")
        #expect(value.output.hasPrefix("2\n\nvirtual ms"))
        #expect(value.output.contains("total 2000 ms"))
    }

    @Test func standardInputIsABlock() async throws {
        let ended = try await tryOut(input: "struct Point { let x: Int }\n\nPoint(x: 3).x * 2\n")
        #expect(ended.output == "6\n")
        #expect(try await tryOut("-", input: "let a = 1; a").output == "1\n")
    }

    @Test func aLessonsFunctionsAreThere() async throws {
        let ended = try await tryOut("--lesson", "gather", "await fetch(\"mine\", seconds: 5)")
        #expect(ended.output == "mine starts\nmine ends\n")
    }

    @Test func mistakesAreShownInTheLearnersOwnLine() async throws {
        let ended = try await tryOut("let a = 1\n  missing(a)")
        #expect(ended.error == "try:2:3: error: cannot find 'missing' in scope\n  missing(a)\n  ^~~~~~~\n")
        #expect(ended.output == "")
        #expect(ended.status == 1)
    }

    @Test func aProgramThatDoesNotEndWellSaysWhy() async throws {
        let thrown = try await tryOut("throw TimeoutError()")
        #expect(thrown.error.hasPrefix("the program ended with an error that nobody caught: TimeoutError"))
        #expect(thrown.status == 1)
        let trapped = try await tryOut("print(\"first\"); let none: Int? = nil; none!")
        #expect(trapped.output == "first\n")
        #expect(trapped.error.contains("the program trapped"))
        #expect(trapped.status == 1)
    }

    @Test func whatCannotBeTriedIsAUsageError() async throws {
        let nothing = try await tryOut("// only a comment")
        #expect(nothing.error == "nothing to try; give it Swift: tutor try '1 + 1'\n")
        #expect(nothing.status == 2)
        #expect(try await tryOut("--lesson", "nowhere", "1").status == 2)
    }
}
