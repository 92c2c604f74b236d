import Foundation
import Testing
import TutorKit

/// The articles of `ConcurrencyKit.docc` show what really happens: every block of code in them is one of
///
/// - a whole program in Swift or in Python, which prints the next `text` block, byte for byte (programs that follow each
///   other without a `text` block between them print the same),
/// - a `text` block, the output of the programs since the `text` block before it,
/// - a package manifest in Swift.
@Suite struct DocumentationTests {
    static let catalog = Repository.root.appendingPathComponent("Sources/ConcurrencyKit/ConcurrencyKit.docc")
    static let articles = ((try? FileManager.default.contentsOfDirectory(atPath: catalog.path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().compactMap { try? Article(named: $0) }
    static let programs = articles.flatMap(\.programs)

    @Test func everyBlockOfCodeIsRunOrIsTheOutputOfOneThatIs() {
        #expect(Self.articles.flatMap(\.problems) == [])
        #expect(Self.programs.contains { $0.language == .swift })
        #expect(Self.programs.contains { $0.language == .python })
    }

    @Test(arguments: programs.filter { $0.language == .swift })
    func everySwiftProgramPrintsWhatIsShown(_ program: Article.Program) async throws {
        let home = try TemporaryHome()
        try home.write(program.text, to: "program.swift")
        let run = try await TestCompiler.run(file: "\(home.path)/program.swift")
        #expect(run.complaint == nil)
        #expect(run.output == program.output)
    }

    @Test(
        .enabled(if: CPython.found != nil, "needs CPython 3.12 or newer"),
        arguments: programs.filter { $0.language == .python }
    )
    func everyPythonProgramPrintsWhatIsShown(_ program: Article.Program) async throws {
        let python = try #require(CPython.found)
        let home = try TemporaryHome()
        try home.write(program.text, to: "program.py")
        #expect(try await python.transcript(of: "\(home.path)/program.py") == program.output)
    }

    @Test(arguments: articles.flatMap(\.manifests))
    func everyManifestIsReadByThePackageManager(_ manifest: String) async throws {
        let home = try TemporaryHome()
        try home.write(manifest, to: "Package.swift")
        let dump = try await TutorProcess.run(
            "/usr/bin/env",
            ["swift", "package", "--package-path", home.path, "--scratch-path", "\(home.path)/build", "dump-package"]
        )
        #expect(dump.status == 0, "\(dump.error)")
        #expect(dump.output.contains("ConcurrencyKit"))
    }
}
