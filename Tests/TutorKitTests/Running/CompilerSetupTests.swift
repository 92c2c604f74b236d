import Foundation
import Testing

@testable import TutorKit

/// Machines on which something is missing or in the way.
@Suite struct CompilerSetupTests {
    private let sources = [SourceFile(name: "demo.swift", text: "print(\"ran\")\n")]

    private func message(_ result: Result<Program, CompileFailure>) -> String {
        switch result {
        case .success: "compiled"
        case .failure(let failure): failure.description
        }
    }

    @Test func noCompilerSaysWhatToInstall() async {
        let result = await Fixtures.compiler(environment: ["PATH": "/no/such/folder:relative"]).program(for: sources)
        #expect(
            message(result) == """
                no Swift compiler: there is no 'swiftc' in the folders of PATH (/no/such/folder:relative); install \
                Swift from https://swift.org/install, or set SWIFT_EXEC to the path of swiftc
                """
        )
    }

    @Test func aWrongSwiftExecIsSaid() async {
        let result = await Fixtures.compiler(environment: ["SWIFT_EXEC": "/no/swiftc"]).program(for: sources)
        #expect(message(result).hasPrefix("no Swift compiler: SWIFT_EXEC is set to '/no/swiftc', which is no program;"))
    }

    @Test func aCompilerThatIsNoneIsSaid() async {
        let result = await Fixtures.compiler(environment: ["SWIFT_EXEC": "/bin/false"]).program(for: sources)
        #expect(message(result).hasPrefix("/bin/false: this Swift compiler does not work (it exited with code 1);"))
        let talker = await Fixtures.compiler(environment: ["SWIFT_EXEC": "/bin/echo"]).program(for: sources)
        #expect(message(talker).contains("-print-target-info printed something unknown"))
    }

    @Test func aMissingKitIsSaid() async throws {
        try await Fixtures.withFolder { folder in
            let compiler = Compiler(
                environment: Fixtures.environment,
                executable: "\(folder)/bin/tutor",
                cacheFolder: Fixtures.cacheFolder,
                temporaryFolder: Fixtures.temporaryFolder
            )
            let text = message(await compiler.program(for: sources))
            #expect(text.hasPrefix("the compiled library ConcurrencyKit is missing (looked for \(folder)/bin/Modules,"))
        }
    }

    @Test func anInstalledKitIsFound() async throws {
        try await Fixtures.withFolder { folder in
            let built = try KitLocation.find(executable: Fixtures.executable)
            let files = FileManager.default
            let library = "\(folder)/prefix/lib/tutor"
            try files.createDirectory(atPath: "\(library)/Modules", withIntermediateDirectories: true)
            try files.createDirectory(atPath: "\(library)/ConcurrencyKit.build", withIntermediateDirectories: true)
            try files.createDirectory(atPath: "\(folder)/prefix/bin", withIntermediateDirectories: true)
            for module in built.modules {
                try files.copyItem(atPath: module.interface, toPath: "\(library)/Modules/\(module.name).swiftmodule")
            }
            for object in built.modules.flatMap(\.objects) {
                let name = URL(fileURLWithPath: object).lastPathComponent
                try files.copyItem(atPath: object, toPath: "\(library)/ConcurrencyKit.build/\(name)")
            }
            let installed = try KitLocation.find(executable: "\(folder)/prefix/bin/tutor")
            #expect(installed.modules.map(\.objects.count) == built.modules.map(\.objects.count))
            let compiler = Compiler(
                environment: Fixtures.environment,
                executable: "\(folder)/prefix/bin/tutor",
                cacheFolder: Fixtures.cacheFolder,
                temporaryFolder: Fixtures.temporaryFolder
            )
            let program = try await compiler.program(for: [
                SourceFile(name: "demo.swift", text: "import ConcurrencyKit\nprint(TraceEvent.format)\n")
            ]).get()
            let run = await ProgramRunner(temporaryFolder: Fixtures.temporaryFolder).run(program)
            #expect(run.output == "concurrencykit/trace/v1\n")
        }
    }

    @Test func objectsOfDeletedSourcesAreNotLinked() async throws {
        try await Fixtures.withFolder { folder in
            let files = FileManager.default
            try files.createDirectory(atPath: "\(folder)/Modules", withIntermediateDirectories: true)
            try files.createDirectory(atPath: "\(folder)/ConcurrencyKit.build", withIntermediateDirectories: true)
            try Fixtures.write(Data(), to: "\(folder)/Modules/ConcurrencyKit.swiftmodule")
            for name in ["now", "deleted"] {
                try Fixtures.write(Data(), to: "\(folder)/ConcurrencyKit.build/\(name).swift.o")
            }
            let map = #"{"":{"swift-dependencies":"x"},"/src/now.swift":{"object":"/elsewhere/now.swift.o"}}"#
            try Fixtures.write(Data(map.utf8), to: "\(folder)/ConcurrencyKit.build/output-file-map.json")
            let kit = try KitLocation.find(executable: "\(folder)/tutor")
            #expect(
                kit.modules.flatMap(\.objects).map { URL(fileURLWithPath: $0).lastPathComponent } == ["now.swift.o"]
            )
        }
    }

    @Test func anUnwritableCacheIsNoObstacle() async throws {
        // Not by permissions: root may write anywhere. Nobody may make a folder inside a file.
        let compiler = Fixtures.compiler(cache: "/dev/null/cache")
        let program = try await compiler.program(for: sources).get()
        let run = await ProgramRunner(temporaryFolder: Fixtures.temporaryFolder).run(program)
        #expect(run.output == "ran\n")
        await compiler.close()
        #expect(
            !FileManager.default.fileExists(atPath: program.executable),
            "the temporary cache goes with its compiler"
        )
    }

    @Test func noFolderAtAllIsSaid() async {
        let compiler = Compiler(
            environment: Fixtures.environment,
            executable: Fixtures.executable,
            cacheFolder: "/dev/null/cache",
            temporaryFolder: "/dev/null"
        )
        #expect(message(await compiler.program(for: sources)).hasPrefix("/dev/null: cannot make a folder here"))
    }

    @Test func noSourceAndTwoScriptsAreSaid() async {
        let compiler = Fixtures.compiler()
        #expect(message(await compiler.program(for: [])) == "there is no source file to compile")
        let two = ["a.swift", "b.swift"].map { SourceFile(name: $0, text: "", role: .script) }
        #expect(
            message(await compiler.program(for: two))
                == "only one file of a program can be a script, but these are: a.swift, b.swift"
        )
    }

    @Test func aCompilerThatTakesTooLongCouldNotTell() async throws {
        try await Fixtures.withFolder { folder in
            var limits = ResourceLimits.compiler
            limits.wallTime = .milliseconds(50)
            let compiler = Fixtures.compiler(cache: folder, limits: limits)
            // Minutes of work, so that it is not through before somebody looks at the clock, however busy the machine.
            let functions = (0..<60_000).map { "func f\($0)() -> [String: [Int]] { [\"a\": [1, 2, \($0)]] }" }
            let slow = SourceFile(name: "slow.swift", text: functions.joined(separator: "\n"))
            let result = await compiler.program(for: [slow])
            #expect(result == .failure(.couldNotTell(.limit(.timeLimit(.milliseconds(50))))))
        }
    }
}
