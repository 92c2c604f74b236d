import Foundation
import LessonKit
import Testing

@testable import TutorKit

@Suite struct WorkspaceTests {
    private func withWorkspace(_ body: (ExerciseWorkspace) async throws -> Void) async throws {
        try await Fixtures.withFolder { folder in
            try await body(ExerciseWorkspace(folder: "\(folder)/workspace", kitPackage: "/src/async-tutor"))
        }
    }

    private func write(_ text: String, _ workspace: ExerciseWorkspace) throws {
        try Fixtures.write(Data(text.utf8), to: workspace.file(of: Fixtures.exercise))
    }

    @Test func theStarterIsPutThereOnceAndNeverAgain() async throws {
        try await withWorkspace { workspace in
            #expect(try workspace.begin(Fixtures.exercise))
            #expect(try workspace.text(of: Fixtures.exercise) == Fixtures.exercise.starter)
            try write("mine", workspace)
            #expect(try !workspace.begin(Fixtures.exercise))
            #expect(try workspace.text(of: Fixtures.exercise) == "mine")
        }
    }

    @Test func beginningAfreshKeepsWhatWasThereUnderTheNextNumber() async throws {
        try await withWorkspace { workspace in
            try workspace.begin(Fixtures.exercise)
            #expect(try workspace.reset(Fixtures.exercise) == nil, "the starter itself is not worth keeping")
            for (number, text) in [(1, "first"), (2, "second")] {
                try write(text, workspace)
                let kept = try #require(try workspace.reset(Fixtures.exercise))
                #expect(kept == "\(workspace.folder)/answer/answer.\(number).swift")
                #expect(try String(contentsOfFile: kept, encoding: .utf8) == text)
                #expect(try workspace.text(of: Fixtures.exercise) == Fixtures.exercise.starter)
            }
            #expect(try String(contentsOfFile: "\(workspace.folder)/answer/answer.1.swift", encoding: .utf8) == "first")
        }
    }

    @Test func thePackageNamesTheKitAndEveryExercise() async throws {
        try await withWorkspace { workspace in
            try workspace.begin(Fixtures.exercise)
            let manifest = try String(contentsOfFile: "\(workspace.folder)/Package.swift", encoding: .utf8)
            #expect(manifest.contains(#".package(name: "async-tutor", path: "/src/async-tutor")"#))
            #expect(manifest.contains(#"name: "answer","#))
            #expect(manifest.contains(#"sources: ["answer.swift"],"#))
        }
    }

    /// What a person's editor asks for.
    @Test func theManifestIsOneThatSwiftUnderstands() async throws {
        let toolchain = try await Toolchain.find(environment: Fixtures.environment)
        let swift = URL(fileURLWithPath: toolchain.compiler).deletingLastPathComponent().appendingPathComponent("swift")
            .path
        try await withWorkspace { workspace in
            try workspace.begin(Fixtures.exercise)
            let dumped = await ChildProcess(
                command: [swift, "package", "dump-package"],
                environment: Fixtures.environment,
                workingFolder: workspace.folder,
                limits: .compiler
            ).run()
            #expect(dumped.end == .exited(0), "\(dumped.errorOutput)")
            #expect(dumped.output.contains("\"name\" : \"answer\""))
        }
    }

    @Test func aManifestThatAPersonWroteStaysAsItIs() async throws {
        try await withWorkspace { workspace in
            try FileManager.default.createDirectory(atPath: workspace.folder, withIntermediateDirectories: true)
            try Fixtures.write(Data("// mine\n".utf8), to: "\(workspace.folder)/Package.swift")
            try workspace.begin(Fixtures.exercise)
            #expect(try String(contentsOfFile: "\(workspace.folder)/Package.swift", encoding: .utf8) == "// mine\n")
        }
    }

    @Test func whatCannotBeReadIsToldWithItsPath() async throws {
        try await withWorkspace { workspace in
            let file = workspace.file(of: Fixtures.exercise)
            #expect(told(workspace) == "\(file): there is no such file")
            try workspace.begin(Fixtures.exercise)
            try Fixtures.write(Data([0x66, 0xFF, 0x66]), to: file)
            #expect(told(workspace) == "\(file): this is not text in UTF-8; save it as UTF-8")
            try Fixtures.write(Data(repeating: 0x20, count: 1_000_001), to: file)
            #expect(told(workspace) == "\(file): longer than 1000000 bytes")
            try FileManager.default.removeItem(atPath: file)
            #expect(mkfifo(file, 0o600) == 0)
            #expect(told(workspace) == "\(file): this is no ordinary file")
        }
    }

    @Test func aFileInTheWayOfTheFolderIsTold() async throws {
        try await withWorkspace { workspace in
            try Fixtures.write(Data(), to: workspace.folder)
            #expect(throws: ExerciseWorkspace.Problem.self) { try workspace.begin(Fixtures.exercise) }
        }
    }

    private func told(_ workspace: ExerciseWorkspace) -> String {
        do { return try workspace.text(of: Fixtures.exercise) } catch { return error.description }
    }
}
