import Foundation
import LessonKit
import Testing
import TutorKit

/// Programs written for asyncio, ported by hand, print what CPython prints: `Tests/Conformance/programs`.
@Suite struct ConformanceProgramTests {
    static let folder = Repository.conformance.appendingPathComponent("programs")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()

    @Test func thereArePrograms() { #expect(Self.names.count >= 30) }

    @Test(arguments: names) func thePortPrintsWhatCPythonPrinted(_ name: String) async throws {
        let run = try await TestCompiler.run(file: Self.folder.appendingPathComponent("\(name).swift").path)
        #expect(run.complaint == nil)
        #expect(
            run.output
                == PythonWords.swift(try Repository.text(of: Self.folder.appendingPathComponent("\(name).expected")))
        )
    }

    @Test(.enabled(if: CPython.found != nil, "needs CPython 3.12 or newer"), arguments: names)
    func theTranscriptIsCPythons(_ name: String) async throws {
        let python = try #require(CPython.found)
        let expected = try Repository.text(of: Self.folder.appendingPathComponent("\(name).expected"))
        // Programs with threads run in real time on CPython, and a busy machine makes them late. What it prints once in a few
        // runs is what it prints.
        for attempt in 1...5 {
            let transcript = try await python.transcript(of: Self.folder.appendingPathComponent("\(name).py").path)
            if transcript == expected { break }
            #expect(attempt < 5, "\(transcript)")
        }
    }

    /// What `MAPPING.md` tells the reader is what the tests apply.
    @Test func theMappingIsDocumented() throws {
        let rows = PythonWords.rules.map { "| `\($0.python)` | `\($0.swift)` | \($0.reason) |" }
        let text = try Repository.text(of: Repository.conformance.appendingPathComponent("MAPPING.md"))
        #expect(text.contains(rows.joined(separator: "\n")))
    }
}
