import Foundation
import LessonKit
import Testing
import TutorKit

/// The course as it is shipped: every lesson is whole, and every demo does what its lesson says.
@Suite struct LessonDemoTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let lesson: String
        let demo: Demo
        var testDescription: String { "\(lesson)/\(demo.name)" }
    }

    static let catalog = try? Catalog(folder: Repository.lessons)
    static let cases = (catalog?.lessons ?? []).flatMap { lesson in
        lesson.demos.map { Case(lesson: lesson.id, demo: $0) }
    }

    @Test func noLessonIsBroken() async throws {
        let catalog = try Catalog(folder: Repository.lessons)
        #expect(catalog.diagnostics.map(\.description) == [])
        #expect(catalog.lessons.map(\.id).contains("gather"))
        #expect(!Self.cases.isEmpty)
    }

    /// `run` alone runs what the question at hand is about: a demo further down, if the question stands below that.
    @Test func whereALessonSaysRunItsDemoIsTheOneAtHand() throws {
        for lesson in try #require(Self.catalog).lessons {
            let text = try Repository.text(of: URL(fileURLWithPath: "\(lesson.folder)/lesson.md"))
            for part in text.components(separatedBy: "Type `run`").dropFirst() {
                let untilQuestion = part.components(separatedBy: "<!-- question")[0]
                #expect(!untilQuestion.contains("<!-- demo"), "\(lesson.id): \(untilQuestion.prefix(60))")
            }
        }
    }

    @Test(arguments: cases) func everyDemoPrintsItsTranscript(_ demo: Case) async throws {
        let expected = try #require(demo.demo.expectedTranscript)
        let run = try await TestCompiler.run(file: demo.demo.swiftFile)
        #expect(run.complaint == nil)
        #expect(run.output == expected)
    }

    @Test(.enabled(if: CPython.found != nil, "needs CPython 3.12 or newer"), arguments: cases)
    func everyDemoPrintsWhatItsPythonTwinPrints(_ demo: Case) async throws {
        let python = try #require(CPython.found)
        let file = try #require(demo.demo.pythonFile)
        let expected = try #require(demo.demo.expectedTranscript)
        // Threads run in real time: on a busy machine those of one run may be late, and one run in three is enough.
        let runsThreads = try PythonInterpreter.runsThreads(String(contentsOfFile: file, encoding: .utf8))
        var printed = ""
        for _ in 1...(runsThreads ? 3 : 1) where printed != expected {
            printed = try await python.transcript(of: file).split(separator: "\n", omittingEmptySubsequences: false)
                .map { LiteralMapping.swift(fromPython: String($0)) }.joined(separator: "\n")
        }
        #expect(printed == expected)
    }

    /// The same bytes 100 times out of 100.
    @Test func theGatherDemoIsTheSameEveryTime() async throws {
        let demo = try #require(Self.catalog?.lessons.first { $0.id == "gather" }?.demo(named: Demo.mainName))
        let expected = try #require(demo.expectedTranscript)
        for _ in 0..<100 {
            #expect(try await TestCompiler.run(file: demo.swiftFile).output == expected)
        }
    }

    @Test(arguments: cases.filter { $0.demo.standardLibraryFile != nil })
    func everyStandardLibraryTwinCompiles(_ demo: Case) async throws {
        let path = try #require(demo.demo.standardLibraryFile)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let program = await TestCompiler.shared.program(for: [SourceFile(name: "twin.swift", text: text)])
        #expect(throws: Never.self) { try program.get() }
    }
}
