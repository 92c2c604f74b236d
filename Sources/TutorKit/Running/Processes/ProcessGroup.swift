import Foundation

/// A child and all that it started and that stayed with it.
struct ProcessGroup: Sendable {
    /// The child's number, which is the group's as well.
    let leader: pid_t

    /// A group that is already gone is no error.
    func send(_ signal: Int32) {
        let reached = kill(-leader, signal) == 0
        // The leader can leave its group by joining another. It must not get the same interrupt twice, though: programs
        // take the second for impatience.
        if !reached || signal == SIGKILL { _ = kill(leader, signal) }
    }

    /// Calls `action` once the leader has exited, and leaves it to be reaped by who started it.
    func whenLeaderExits(_ action: @escaping @Sendable () -> Void) {
        DispatchQueue(label: "async-tutor.exit").async { [leader] in
            var info = siginfo_t()
            while waitid(P_PID, id_t(leader), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            action()
        }
    }
}
