import Foundation
import Testing

/// The README shows what really happens.
@Suite struct ReadmeTests {
    @Test func theTranscriptInTheReadmeIsASession() throws {
        let readme = try Repository.text(of: Repository.root.appendingPathComponent("README.md"))
        let start = try #require(readme.range(of: "```console\n"))
        let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
        let shown = String(readme[start.upperBound..<end.lowerBound])
        let session = try Repository.text(of: SessionTranscript("readme").file)
        #expect(shown.contains("gather 1/\(Repository.lesson("gather")?.questions.count ?? 0)> run\n"))
        #expect(session.contains(shown))
    }

    @Test func theKitsExampleInTheReadmeRuns() async throws {
        let readme = try Repository.text(of: Repository.root.appendingPathComponent("README.md"))
        let start = try #require(readme.range(of: "```swift\nimport ConcurrencyKit"))
        let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
        let home = try TemporaryHome()
        try home.write("import ConcurrencyKit" + readme[start.upperBound..<end.lowerBound], to: "example.swift")
        let run = try await TestCompiler.run(file: "\(home.path)/example.swift")
        #expect(run.output == "[\"Result 1\", \"Result 2\"]\n")
    }
}
