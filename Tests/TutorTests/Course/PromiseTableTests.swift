import Testing

/// `swift run kit-promises`: every promise that means something in Swift has a test that cites it.
@Suite struct PromiseTableTests {
    @Test func everyPromiseHasATest() async throws {
        let ended = try await TutorProcess.run(Repository.product("kit-promises"), [])
        #expect(ended.status == 0, "\(ended.output.suffix(300))")
        #expect(ended.error == "")
        #expect(ended.output.contains("\n231 + 80 promises, each with its test; 26 mean nothing in Swift.\n"))
        #expect(
            ended.output.contains(
                """
                  142  [as is] Results are in argument order
                        GatherTests.
                """
            )
        )
    }
}
