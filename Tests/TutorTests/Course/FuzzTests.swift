import Foundation
import Testing

/// Random programs do on the kit what they do on asyncio, line by line: `Tests/Conformance/fuzz`.
@Suite struct FuzzTests {
    private static let folder = Repository.conformance.appendingPathComponent("fuzz").path
    private static let kitFuzz = Repository.product("kit-fuzz")

    @Test(.enabled(if: CPython.found != nil, "needs CPython 3.12 or newer"))
    func threeHundredProgramsDoWhatTheyDoOnAsyncio() async throws {
        let python = try #require(CPython.found)
        let result = try await TutorProcess.run(
            python.path,
            ["\(Self.folder)/compare.py", "0", "300", "--kit-fuzz", Self.kitFuzz]
        )
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(result.output.hasPrefix("300 programs, "))
    }

    /// Legal orders other than asyncio's: no program may deadlock, or leave anything behind.
    @Test func inAnyOrderNothingIsLeftOver() async throws {
        let result = try await TutorProcess.run(Self.kitFuzz, ["--shuffled", "5", "0", "60"])
        #expect(result.status == 0, "\(result.output)\(result.error)")
        #expect(result.output.hasPrefix("60 programs, 5 orders each, "))
        #expect(result.output.hasSuffix(" 0 faults\n"))
    }
}
