import Foundation

/// A CPython that is new enough to be asked what asyncio does (3.12 or newer), if this machine has one.
struct CPython: Sendable {
    let path: String

    /// The newest of `python3.14`, `python3.13`, `python3.12` and `python3` on PATH, and of pyenv's.
    static let found: CPython? = {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        var candidates = ["python3.14", "python3.13", "python3.12", "python3"].flatMap { name in
            folders.map { "\($0)/\(name)" }
        }
        let home = environment["PYENV_ROOT"] ?? "\(environment["HOME"] ?? NSHomeDirectory())/.pyenv"
        for root in Set([home, "\(NSHomeDirectory())/.pyenv", "/root/.pyenv"]) {
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/versions")) ?? []
            candidates += versions.sorted().reversed().map { "\(root)/versions/\($0)/bin/python3" }
        }
        return candidates.first(where: isNewEnough).map(CPython.init)
    }()

    /// The transcript of an asyncio program on a virtual clock.
    func transcript(of program: String) async throws -> String {
        let result = try await TutorProcess.run(
            path,
            [Repository.conformance.appendingPathComponent("vrun.py").path, program]
        )
        guard result.status == 0 else { throw Failed(program: program, output: result.error) }
        return result.output
    }

    struct Failed: Error {
        let program: String
        let output: String
    }

    private static func isNewEnough(_ path: String) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: path) else { return false }
        let check =
            "import sys; sys.exit(0 if sys.implementation.name == 'cpython' and sys.version_info >= (3, 12) else 1)"
        return (try? TutorProcess.runNow(path, ["-c", check]).status) == 0
    }
}
