import Foundation

/// Finds the Swift compiler that an environment names: `SWIFT_EXEC`, or `swiftc` in the first folder of `PATH` that has
/// one.
struct ToolchainFinder: Sendable {
    /// Of the tutor, or of a test.
    let environment: [String: String]
    /// Where an answer is kept, because asking the compiler takes 90 ms; nil to ask every time.
    let memory: String?

    func find() async throws(ToolchainProblem) -> Toolchain {
        let compiler = try locate()
        let identity = Self.identity(of: compiler)
        if let known = remembered(identity) { return known }
        let toolchain = try await ask(compiler)
        remember(toolchain, identity)
        return toolchain
    }

    /// What a compiler may see of the environment: where the toolchain and, on macOS, the SDK are.
    var compilerEnvironment: [String: String] {
        let names: Set = ["PATH", "HOME", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS", "LD_LIBRARY_PATH"]
        var kept = environment.filter { names.contains($0.key) || $0.key.hasPrefix("SWIFTLY_") }
        kept["LANG"] = "C.UTF-8"
        return kept
    }

    private func locate() throws(ToolchainProblem) -> String {
        if let path = environment["SWIFT_EXEC"], !path.isEmpty {
            guard path.hasPrefix("/"), isProgram(path) else { throw .notExecutable(path) }
            return path
        }
        let path = environment["PATH"] ?? ""
        // A relative folder would depend on where the tutor was started.
        let candidates = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/swiftc" }
        guard let found = candidates.first(where: isProgram) else { throw .notOnPath(path) }
        return found
    }

    private func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }

    private func ask(_ compiler: String) async throws(ToolchainProblem) -> Toolchain {
        var limits = ResourceLimits.compiler
        limits.wallTime = .seconds(20)
        let run = await ChildProcess(
            command: [compiler, "-print-target-info"],
            environment: compilerEnvironment,
            workingFolder: "/",
            limits: limits
        ).run()
        guard run.end == .exited(0) else {
            let said = run.errorOutput.split(separator: "\n").first.map { ": \($0)" } ?? ""
            throw .broken(compiler: compiler, reason: "it \(run.end)\(said)")
        }
        do {
            return try JSONDecoder().decode(TargetInfo.self, from: Data(run.output.utf8)).toolchain(compiler)
        } catch {
            throw .broken(compiler: compiler, reason: "-print-target-info printed something unknown")
        }
    }

    /// The part that we need of what `swiftc -print-target-info` prints.
    private struct TargetInfo: Decodable {
        struct Target: Decodable { let triple, arch, platform: String }
        struct Paths: Decodable { let runtimeResourcePath: String }
        let compilerVersion: String
        let target: Target
        let paths: Paths

        func toolchain(_ compiler: String) -> Toolchain {
            Toolchain(
                compiler: compiler,
                version: compilerVersion,
                triple: target.triple,
                architecture: target.arch,
                platform: target.platform,
                resourceFolder: paths.runtimeResourcePath
            )
        }
    }
}

extension ToolchainFinder {
    private struct Memory: Codable {
        let identity: Fingerprint
        let toolchain: Toolchain
    }

    /// Nil for a compiler that only chooses another one (swiftly's, Xcode's): its answer can change while it does not.
    private static func identity(of compiler: String) -> Fingerprint? {
        let real = URL(fileURLWithPath: compiler).resolvingSymlinksInPath()
        let frontend = real.deletingLastPathComponent().appendingPathComponent("swift-frontend").path
        guard FileManager.default.isExecutableFile(atPath: frontend) else { return nil }
        return Fingerprint { key in
            key.add("toolchain/v1")
            key.add(compiler)
            key.add(stampOf: real.path)
            key.add(stampOf: frontend)
        }
    }

    private func remembered(_ identity: Fingerprint?) -> Toolchain? {
        guard let identity, let memory, let data = FileManager.default.contents(atPath: memory),
            let known = try? JSONDecoder().decode(Memory.self, from: data), known.identity == identity
        else { return nil }
        return known.toolchain
    }

    /// A memory that cannot be written costs time, nothing else.
    private func remember(_ toolchain: Toolchain, _ identity: Fingerprint?) {
        guard let identity, let memory,
            let data = try? JSONEncoder().encode(Memory(identity: identity, toolchain: toolchain))
        else { return }
        try? data.write(to: URL(fileURLWithPath: memory), options: .atomic)
    }
}
