import Foundation

/// What the numbers were measured on.
enum Machine {
    static func description(python: CPython?, repeats: Int) -> String {
        let swift = Command.output(of: "/usr/bin/env", ["swift", "--version"])?.split(separator: "\n").first.map(
            String.init
        )
        let facts = [
            processor ?? "an unknown processor", "\(ProcessInfo.processInfo.activeProcessorCount) cores",
            ProcessInfo.processInfo.operatingSystemVersionString, swift, python?.version, load.map { "load \($0)" },
        ]
        return "Median of \(repeats) rounds, contenders in turn. \(facts.compactMap { $0 }.joined(separator: "; "))."
    }

    private static var processor: String? {
        #if os(Linux)
            let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
            return text?.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
                .map { $0.trimmingCharacters(in: .whitespaces) }
        #else
            return Command.output(of: "/usr/sbin/sysctl", ["-n", "machdep.cpu.brand_string"])
        #endif
    }

    /// How busy the machine was in the last minute.
    private static var load: String? {
        var averages = [0.0]
        return getloadavg(&averages, 1) == 1 ? "\((averages[0] * 10).rounded() / 10)" : nil
    }
}
