import Testing

/// `swift run kit-promises`: every promise that means something in Swift has a test that cites it.
@Suite struct PromiseTableTests {
    @Test func everyPromiseHasATest() async throws {
        let ended = try await TutorProcess.run(Repository.product("kit-promises"), [])
        #expect(ended.status == 0, "\(ended.output.suffix(300))")
        #expect(ended.error == "")
        #expect(ended.output.contains("\n231 + 80 promises, each with its test; 26 mean nothing in Swift.\n"))
        let gather = try #require(ended.output.range(of: "\n  142  [as is] Results are in argument order\n"))
        let tests = ended.output[gather.upperBound...].prefix { $0 != "[" }
        #expect(tests.contains("        GatherFormsTests.functionsOfOneType\n"))
        #expect(tests.contains("        GatherTests."))
    }
}
