import Foundation

/// A bound on processes that stops a bomb of forks and nothing else.
enum ProcessCount {
    /// What a program of checks and its threads may add to what the user runs already.
    private static let room = 100

    /// For ``ResourceLimits/processes``: what the user runs now, and some more. Nil where that cannot be counted, and for
    /// root, whom the kernel does not hold to it.
    static var limit: Int? {
        let user = getuid()
        guard user != 0, let now = threads(of: user) else { return nil }
        return now + room
    }

    /// The kernel counts threads (`RLIMIT_NPROC`, setrlimit(2)).
    private static func threads(of user: uid_t) -> Int? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else { return nil }
        var count = 0
        for name in names where name.allSatisfy(\.isNumber) {
            var status = stat()
            guard stat("/proc/\(name)", &status) == 0, status.st_uid == user else { continue }
            count += (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(name)/task").count) ?? 1
        }
        return count > 0 ? count : nil
    }
}
