import Foundation

/// A CPython that is new enough to be asked what asyncio does, if this machine has one.
public struct PythonInterpreter: Sendable {
    public let path: String
    /// The script that puts a program on a virtual clock.
    private let clock: String

    /// CPython 3.12 or newer: what `PYTHON` names, then `python3.14` to `python3.12` and `python3` on `PATH`, then pyenv's.
    ///
    /// - Parameter folder: where the script with the virtual clock is put.
    public static func find(
        environment: [String: String],
        runner: ProgramRunner,
        folder: String
    ) async -> PythonInterpreter? {
        let clock = "\(folder)/virtual-clock.py"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(PackageResources.vrun_py).write(to: URL(fileURLWithPath: clock), options: .atomic)
        } catch { return nil }
        for path in candidates(environment) where FileManager.default.isExecutableFile(atPath: path) {
            if await isNewEnough(path, runner) { return PythonInterpreter(path: path, clock: clock) }
        }
        return nil
    }

    private static func candidates(_ environment: [String: String]) -> [String] {
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        func onPath(_ name: String) -> [String] { name.contains("/") ? [name] : folders.map { "\($0)/\(name)" } }
        if let named = environment["PYTHON"], !named.isEmpty { return onPath(named) }
        let names = ["python3.14", "python3.13", "python3.12", "python3"]
        let root = environment["PYENV_ROOT"] ?? "\(environment["HOME"] ?? NSHomeDirectory())/.pyenv"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/versions")) ?? []
        return names.flatMap(onPath) + versions.sorted().reversed().map { "\(root)/versions/\($0)/bin/python3" }
    }

    private static func isNewEnough(_ path: String, _ runner: ProgramRunner) async -> Bool {
        let check =
            "import sys; sys.exit(0 if sys.implementation.name == 'cpython' and sys.version_info >= (3, 12) else 1)"
        let run = await runner.run(Program(executable: path), options: RunOptions(arguments: ["-I", "-c", check]))
        return run.end == .exited(0)
    }

    /// Whether a program uses threads. While they run, its clock does not jump: the run takes real time, and is a race.
    public static func runsThreads(_ text: String) -> Bool {
        ["to_thread", "run_in_executor", "_threadsafe", "import threading"].contains(where: text.contains)
    }

    /// Runs an asyncio program on a virtual clock.
    ///
    /// - Parameter program: an absolute path.
    func run(_ program: String, with runner: ProgramRunner) async -> ProgramRun {
        await runner.run(
            Program(executable: path),
            options: RunOptions(
                arguments: ["-W", "ignore::DeprecationWarning", clock, program],
                environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"]
            )
        )
    }
}
