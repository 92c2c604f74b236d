import Foundation
import Testing

@testable import TutorKit

@Suite struct ToolchainFinderTests {
    /// A folder that looks like a toolchain; its `swiftc` makes a note of every question.
    private func withToolchain(_ body: (_ folder: String, _ questions: () -> Int) async throws -> Void) async throws {
        try await Fixtures.withFolder { folder in
            // Written by another process: a program that this one has open for writing may fail to start.
            let script = """
                mkdir -p usr/bin; cd usr/bin; ln -s /bin/true swift-frontend
                cat > swiftc <<'END'
                #!/bin/sh
                echo "$@" >> \(folder)/questions
                echo '{"compilerVersion":"Swift version 6.9","target":{"triple":"riscv64-unknown-linux-gnu",
                "arch":"riscv64","platform":"linux","new":1},"paths":{"runtimeResourcePath":"/opt/s/usr/lib/swift"}}'
                END
                chmod 700 swiftc
                """
            let made = await Fixtures.run(shell: script, options: RunOptions(workingFolder: folder))
            try #require(made.end == .exited(0))
            try await body(folder) {
                let notes = try? String(contentsOfFile: "\(folder)/questions", encoding: .utf8)
                return notes?.split(separator: "\n").count ?? 0
            }
        }
    }

    @Test func everyPathFollowsFromWhatTheCompilerSays() async throws {
        try await withToolchain { folder, _ in
            let toolchain = try await Toolchain.find(environment: ["PATH": "relative:/no/such:\(folder)/usr/bin"])
            #expect(toolchain.compiler == "\(folder)/usr/bin/swiftc")
            #expect(toolchain.version == "Swift version 6.9")
            #expect(toolchain.frontend == "/opt/s/usr/bin/swift-frontend")
            #expect(toolchain.startupObject == "/opt/s/usr/lib/swift/linux/riscv64/swiftrt.o")
            #expect(toolchain.libraryFolder == "/opt/s/usr/lib/swift/linux")
        }
    }

    @Test func anAnswerIsRememberedUntilTheCompilerChanges() async throws {
        try await withToolchain { folder, questions in
            let finder = ToolchainFinder(
                environment: ["SWIFT_EXEC": "\(folder)/usr/bin/swiftc"],
                memory: "\(folder)/memory.json"
            )
            let first = try await finder.find()
            #expect(try await finder.find() == first)
            #expect(questions() == 1)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 0)],
                ofItemAtPath: "\(folder)/usr/bin/swiftc"
            )
            _ = try await finder.find()
            #expect(questions() == 2)
            try Fixtures.write(Data("not JSON".utf8), to: "\(folder)/memory.json")
            #expect(try await finder.find() == first)
            #expect(questions() == 3)
        }
    }

    /// swiftly's `swiftc` stays the same while the compiler behind it changes.
    @Test func aCompilerThatOnlyChoosesAnotherIsAlwaysAsked() async throws {
        try await withToolchain { folder, questions in
            try FileManager.default.removeItem(atPath: "\(folder)/usr/bin/swift-frontend")
            let finder = ToolchainFinder(
                environment: ["SWIFT_EXEC": "\(folder)/usr/bin/swiftc"],
                memory: "\(folder)/memory.json"
            )
            for _ in 1...2 { _ = try await finder.find() }
            #expect(questions() == 2)
        }
    }

    @Test func theCompilerSeesLittleOfTheEnvironment() {
        let finder = ToolchainFinder(
            environment: ["PATH": "/bin", "HOME": "/home/ada", "SECRET": "x", "SWIFTLY_HOME_DIR": "/s"],
            memory: nil
        )
        #expect(
            finder.compilerEnvironment == [
                "PATH": "/bin", "HOME": "/home/ada", "SWIFTLY_HOME_DIR": "/s", "LANG": "C.UTF-8",
            ]
        )
    }
}
