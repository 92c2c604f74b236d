/// A command line that puts kernel limits on a command and then *becomes* it: same process, no shell left in between.
///
///     ["/bin/sh", "-c", "ulimit …; exec \"$@\"", "async-tutor", "/tmp/my program", "first argument"]
///
/// Nothing that comes from outside is ever part of the shell's text: only numbers are.
struct LimitedCommand: Equatable {
    let executable: String
    let arguments: [String]

    /// - Parameter terminal: The path of the child's pseudo-terminal, which becomes its controlling terminal, so that
    ///   the kernel hangs the child up when the tutor is gone, however it went.
    init(_ command: [String], limits: ResourceLimits, terminal: String? = nil) {
        executable = "/bin/sh"
        arguments = ["-c", Self.script(limits), Self.name, terminal ?? "/dev/null"] + command
    }

    /// What the shell calls itself in its messages.
    static let name = "async-tutor"

    /// What the shell said if it could not become the command; nil if the command ran.
    static func startFailure(exitCode: Int32, errorOutput: String) -> String? {
        guard exitCode == 126 || exitCode == 127, errorOutput.hasPrefix("\(name): ") else { return nil }
        return errorOutput.split(separator: "\n").first.map { String($0.dropFirst(name.count + 2)) }
    }

    /// A limit that cannot be set stays as it is: then the machine's own is lower still, or the system has none such.
    private static func script(_ limits: ResourceLimits) -> String {
        let cpuSeconds = limits.cpuTime.wholeSecondsRoundedUp
        var lines = [
            // A session leader without a terminal gets the first one that it opens (Linux; elsewhere nothing happens).
            "true <\"$1\"",
            "shift",
            "ulimit -c 0",
            // SIGXCPU first, so that the end can be told from other ends; a second later SIGKILL.
            "ulimit -S -t \(cpuSeconds)",
            "ulimit -H -t \(cpuSeconds + 1)",
        ]
        if let bytes = limits.memoryBytes { lines.append("ulimit -v \(max(1, bytes / 1024))") }
        // POSIX: in units of 512 bytes.
        if let bytes = limits.fileBytes { lines.append("ulimit -f \(max(1, bytes / 512))") }
        // bash calls it -u, dash -p.
        if let count = limits.processes.map({ max(6, $0) }) { lines.append("ulimit -u \(count) || ulimit -p \(count)") }
        return "{ \(lines.joined(separator: "; ")); } 2>/dev/null; exec \"$@\""
    }
}

extension Duration {
    /// At least one.
    fileprivate var wholeSecondsRoundedUp: Int64 {
        let (seconds, attoseconds) = components
        return max(1, attoseconds > 0 ? seconds + 1 : seconds)
    }
}
