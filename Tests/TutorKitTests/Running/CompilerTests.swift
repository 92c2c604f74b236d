import Foundation
import Synchronization
import Testing

@testable import TutorKit

/// Real sources, the real compiler, the kit that was just built.
@Suite struct CompilerTests {
    @Test func aScriptOnTheKitCompilesAndRuns() async {
        let run = await Fixtures.run(swift: "import ConcurrencyKit\nprint(TraceEvent.format)\n")
        #expect(run.end == .exited(0))
        #expect(run.output == "concurrencykit/trace/v1\n")
    }

    @Test func whatIsImportedIsLinked() async {
        let run = await Fixtures.run(
            swift: """
                import Foundation
                enum Local { @TaskLocal static var name = "nobody" }
                Local.$name.withValue("Ada") { print(Local.name, Data([1, 2]).base64EncodedString()) }
                """
        )
        #expect(run.output == "Ada AQI=\n")
    }

    @Test func anErrorHasItsPlaceAndItsIdentifier() async throws {
        let source = SourceFile(
            name: "/home/ada/my try.swift",
            text: """
                func f() throws {}
                let café = "naïve"; f()
                let unused: Int = "text"
                """
        )
        let result = await Fixtures.compiler().program(for: [source])
        guard case .failure(.rejected(let diagnostics)) = result else {
            Issue.record("\(result)")
            return
        }
        let first = try #require(diagnostics.first)
        #expect(first.identifier == "throwing_call_without_try")
        #expect(
            diagnostics.map { "\($0.line):\($0.column)" } == ["2:21", "3:19"],
            "columns count characters, not bytes"
        )
        #expect(
            first.description.split(separator: "\n").prefix(3).joined(separator: "\n") == """
                /home/ada/my try.swift:2:21: error: call can throw but is not marked with 'try'
                let café = "naïve"; f()
                                    ^
                """
        )
        #expect(first.notes.count == 3)
    }

    @Test func dataRacesAreErrors() async {
        let result = await Fixtures.compiler().program(for: [
            SourceFile(name: "race.swift", text: "var n = 0\nTask.detached { n += 1 }\n")
        ])
        guard case .failure(.rejected) = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test func warningsComeWithTheProgramAlsoFromTheCache() async throws {
        let source = SourceFile(
            name: "old.swift",
            text: "@available(*, deprecated) func f() {}\nf()\n// \(UUID())\n"
        )
        for _ in 1...2 {
            let program = try await Fixtures.compiler().program(for: [source]).get()
            #expect(program.warnings.map(\.group) == ["DeprecatedDeclaration"])
            #expect(program.warnings.first?.file == "old.swift")
        }
    }

    @Test func severalFilesMakeOneProgram() async throws {
        let learner = SourceFile(name: "learner.swift", text: "func answer() async -> Int { 42 }\n")
        let checks = SourceFile(
            name: "checks.swift",
            text: "@main struct Checks { static func main() async { print(await answer(), #fileID) } }\n"
        )
        let script = SourceFile(name: "script.swift", text: "print(await answer(), #fileID)\n", role: .script)
        let runner = ProgramRunner(temporaryFolder: Fixtures.temporaryFolder)
        let asLibrary = try await Fixtures.compiler().program(for: [learner, checks]).get()
        #expect(await runner.run(asLibrary).output == "42 demo/checks.swift\n")
        let asScript = try await Fixtures.compiler().program(for: [learner, script]).get()
        #expect(await runner.run(asScript).output == "42 demo/main.swift\n")
    }

    @Test func filesWithoutABeginningAreAnError() async {
        let files = ["a", "b"].map { SourceFile(name: "\($0).swift", text: "func \($0)() {}\n") }
        let result = await Fixtures.compiler().program(for: files)
        guard case .failure(.rejected(let diagnostics)) = result else {
            Issue.record("\(result)")
            return
        }
        let message = "error: the program has no beginning: no file is a script, and none has a type marked '@main'"
        #expect(diagnostics.map(\.description) == [message])
    }

    @Test func aSymbolThatIsNowhereIsNotTheLearnersErrorInTheSource() async {
        let result = await Fixtures.compiler().program(for: [
            SourceFile(name: "demo.swift", text: "@_silgen_name(\"nowhere\") func nowhere()\nnowhere()\n")
        ])
        guard case .failure(.couldNotTell(.compilerFailed(let text))) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(text.contains("nowhere"))
    }

    @Test func onlyTheKitCanBeImported() async {
        let result = await Fixtures.compiler().program(for: [
            SourceFile(name: "peek.swift", text: "import LessonKit\n")
        ])
        guard case .failure(.rejected(let diagnostics)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(diagnostics.first?.message == "no such module 'LessonKit'")
    }

    /// Where the fast one works.
    @Test(.enabled(if: Fixtures.isLinux)) func bothStrategiesGiveTheSame() async throws {
        let text = """
            @available(*, deprecated) func f() { print("from f", #fileID) }
            f()
            """
        try await Fixtures.withFolder { cache in
            var seen: [String] = []
            for strategy in [FrontendStrategy(), DriverStrategy()] as [any CompileStrategy] {
                let compiler = Fixtures.compiler(cache: cache, strategies: [strategy])
                let program = try await compiler.program(for: [SourceFile(name: "a b.swift", text: text)]).get()
                let run = await ProgramRunner(temporaryFolder: Fixtures.temporaryFolder).run(program)
                let broken = await compiler.program(for: [
                    SourceFile(name: "b.swift", text: "let x: Int = \"\"\nx = 2\n")
                ])
                seen.append("\(program.warnings)\n\(run.output)\n\(run.end)\n\(broken)")
                await compiler.close()
            }
            #expect(seen[0] == seen[1])
            #expect(seen[0].contains("from f demo/a b.swift"))
        }
    }
}

/// What happens to programs that crash, compiled for real: the runtime of Swift is part of the promise.
@Suite struct CrashTests {
    @Test func outputBeforeATrapIsKept() async {
        let run = await Fixtures.run(
            swift: "print(\"before\")\nlet list = [1]\nprint(list[Int(CommandLine.argc) + 4])\n"
        )
        #expect(run.output == "before\n")
        #expect(run.fatalError == "Fatal error: Index out of range")
        #expect("\(run.end)".hasPrefix("trapped: a check of Swift failed, and Swift stopped the program (SIG"))
        #expect(!run.errorOutput.contains("stack trace"))
    }

    @Test func anErrorThatNobodyCaughtIsNamed() async {
        let run = await Fixtures.run(swift: "struct Late: Error {}\nprint(\"x\")\nthrow Late()\n")
        #expect(run.output == "x\n")
        #expect(run.fatalError == "Fatal error: Error raised at top level: demo.Late()")
    }

    @Test func endlessRecursionIsACrash() async {
        let run = await Fixtures.run(swift: "func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(\"deep\")\nprint(f(0))\n")
        #expect(run.output == "deep\n")
        #expect("\(run.end)".contains("endless recursion"))
    }

    @Test func aMemoryHogIsNamed() async {
        var limits = ResourceLimits.program
        limits.memoryBytes = 600_000_000
        let run = await Fixtures.run(
            swift: """
                print("begin")
                var all: [[UInt8]] = []
                while true { all.append([UInt8](repeating: 1, count: 50_000_000)) }
                """,
            limits: limits
        )
        #expect(run.output == "begin\n")
        #if os(Linux)
            #expect(run.end == .memoryLimit(600_000_000))
        #endif
    }
}
