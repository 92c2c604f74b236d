import Foundation

/// A CPython that is new enough for `bench.py` (3.12 or newer).
struct CPython {
    let path: String
    /// "cpython 3.13.0"
    let version: String

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Tests/Conformance/bench/bench.py").path

    /// The first of `python3.14`, `python3.13`, `python3.12`, `python3` on PATH and pyenv's that is new enough.
    static func find() -> CPython? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        var candidates = ["python3.14", "python3.13", "python3.12", "python3"].flatMap { name in
            folders.map { "\($0)/\(name)" }
        }
        for root in [environment["PYENV_ROOT"], "\(NSHomeDirectory())/.pyenv"].compactMap({ $0 }) {
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/versions")) ?? []
            candidates += versions.sorted().reversed().map { "\(root)/versions/\($0)/bin/python3" }
        }
        for path in candidates where FileManager.default.isExecutableFile(atPath: path) {
            guard let version = Command.output(of: path, [script, "version"]) else { continue }
            let numbers = version.split(whereSeparator: { " .".contains($0) }).dropFirst().compactMap { Int($0) }
            if version.hasPrefix("cpython 3."), numbers.count > 1, numbers[1] >= 12 {
                return CPython(path: path, version: version)
            }
        }
        return nil
    }

    func nanoseconds(for what: String, count: Int) -> Double? {
        Command.output(of: path, [Self.script, what, "\(count)"]).flatMap(Double.init).map { $0 * 1e9 }
    }
}

/// A program run to its end.
enum Command {
    /// What it wrote, without white space around it; nil if it failed.
    static func output(of program: String, _ arguments: [String]) -> String? {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
