import Foundation
import Testing

/// The documentation compiler of the toolchain.
struct DocC {
    struct Documentation: Sendable {
        let status: Int32
        let complaints: String
        let symbols: SymbolGraph
        let landingPage: Page
    }

    struct SymbolGraph: Decodable, Sendable {
        struct Symbol: Decodable, Sendable {
            struct Comment: Decodable, Sendable {}
            let pathComponents: [String]
            let docComment: Comment?
        }
        let symbols: [Symbol]
    }

    struct Page: Decodable, Sendable {
        struct Section: Decodable, Sendable {
            let identifiers: [String]
            let generated: Bool?
        }
        let topicSections: [Section]
    }

    let docc: String
    let extractor: String

    /// Nil if this machine has none.
    static let found: DocC? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        func path(of name: String) -> String? {
            folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
        }
        guard let docc = path(of: "docc"), let extractor = path(of: "swift-symbolgraph-extract") else { return nil }
        return DocC(docc: docc, extractor: extractor)
    }()

    /// Made once for all tests.
    static let documentation = Task { try await convert() }

    /// What `swift package generate-documentation` does, which cannot run while `swift test` holds the build folder.
    private static func convert() async throws -> Documentation {
        let tools = try #require(found)
        let home = try TemporaryHome()
        let graphs = "\(home.path)/graphs"
        let output = "\(home.path)/documentation"
        try FileManager.default.createDirectory(atPath: graphs, withIntermediateDirectories: true)
        let modules = URL(fileURLWithPath: TmuxTerminal.tutor).deletingLastPathComponent()
            .appendingPathComponent("Modules").path
        let extracted = try await TutorProcess.run(
            tools.extractor,
            [
                "-module-name", "ConcurrencyKit", "-I", modules, "-target", try await target(),
                "-minimum-access-level", "public", "-skip-synthesized-members", "-output-dir", graphs,
            ]
        )
        try #require(extracted.status == 0, "\(extracted.error)")
        let converted = try await TutorProcess.run(
            tools.docc,
            [
                "convert", DocumentationTests.catalog.path, "--additional-symbol-graph-dir", graphs,
                "--output-dir", output, "--fallback-display-name", "ConcurrencyKit",
                "--fallback-bundle-identifier", "ConcurrencyKit",
            ]
        )
        func read<Value: Decodable>(_: Value.Type, _ path: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        }
        return Documentation(
            status: converted.status,
            complaints: converted.output + converted.error,
            symbols: try read(SymbolGraph.self, "\(graphs)/ConcurrencyKit.symbols.json"),
            landingPage: try read(Page.self, "\(output)/data/documentation/concurrencykit.json")
        )
    }

    /// The triple that the compiler builds for.
    private static func target() async throws -> String {
        struct Answer: Decodable, Sendable {
            struct Target: Decodable, Sendable { let triple: String }
            let target: Target
        }
        let answer = try await TutorProcess.run("/usr/bin/env", ["swiftc", "-print-target-info"])
        return try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8)).target.triple
    }
}
