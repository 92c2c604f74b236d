import Foundation

/// Where the tutor finds and keeps its files (XDG Base Directory Specification).
public struct Places: Sendable, Equatable {
    /// The journal: what must never be lost.
    public let data: String
    /// What was typed, for the arrow keys.
    public let historyFile: String
    /// What the learner has chosen.
    public let settingsFile: String
    /// Compiled programs; may be deleted at any time.
    public let cache: String
    public let temporary: String

    /// - Parameter environment: of the tutor. A variable that is empty or relative counts as unset, as the specification says.
    public init(environment: [String: String]) {
        func folder(_ variable: String, _ usual: String) -> String {
            if let path = environment[variable], path.hasPrefix("/") { return path }
            let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
            return "\(home)/\(usual)"
        }
        data = folder("XDG_DATA_HOME", ".local/share") + "/async-tutor"
        historyFile = folder("XDG_STATE_HOME", ".local/state") + "/async-tutor/history"
        settingsFile = folder("XDG_CONFIG_HOME", ".config") + "/async-tutor/settings"
        cache = folder("XDG_CACHE_HOME", ".cache") + "/async-tutor"
        temporary = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    }

    /// Where learners write, unless `--workspace` says otherwise.
    public var workspace: String { "\(data)/workspace" }

    /// The folder of the package that the program was built from, for editors to find the kit; nil for an installed copy.
    ///
    /// - Parameter executable: the absolute path of the running program.
    public static func kitPackage(executable: String) -> String? {
        let beside = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        let folder = beside.appendingPathComponent("../../..").standardized.path
        let hasKit = FileManager.default.fileExists(atPath: "\(folder)/Sources/ConcurrencyKit")
        return hasKit && FileManager.default.fileExists(atPath: "\(folder)/Package.swift") ? folder : nil
    }

    /// The course: `--lessons`, else `ASYNC_TUTOR_LESSONS`, else `Lessons` in the working folder, else the one that came
    /// with the program.
    ///
    /// - Parameter executable: the absolute path of the running program.
    public static func lessons(
        option: String?,
        environment: [String: String],
        workingFolder: String,
        executable: String
    ) -> String {
        if let option { return option }
        if let variable = environment["ASYNC_TUTOR_LESSONS"], !variable.isEmpty { return variable }
        let beside = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates = [
            // Built: .build/<triple>/debug/tutor. Installed: PREFIX/bin/tutor.
            "\(workingFolder)/Lessons",
            beside.appendingPathComponent("../../../Lessons").standardized.path,
            beside.appendingPathComponent("../share/async-tutor/Lessons").standardized.path,
        ]
        return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? candidates[0]
    }
}
