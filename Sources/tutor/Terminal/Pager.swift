import Foundation
import TutorKit

/// Shows a long text with the learner's own program for that, such as `less`.
struct Pager {
    /// For the shell, as `$PAGER` is.
    let command: String

    /// The pager for standard output; nil where there is none, or where nobody would turn its pages.
    ///
    /// The setting, else `PAGER`, else `less` if it is there. An empty `PAGER`, and `cat`, mean none.
    init?(_ setting: Settings.Pager, environment: [String: String]) {
        switch setting {
        case .off: return nil
        case .command(let command): self.command = command
        case .auto:
            guard let command = environment["PAGER"] ?? Pager.less(environment) else { return nil }
            self.command = command
        }
        if ["", "cat"].contains(command.trimmingCharacters(in: .whitespaces)) { return nil }
    }

    /// Returns when the learner has left the pager.
    ///
    /// - Returns: whether it worked. One that is not there, or that fails, has perhaps shown nothing.
    func show(_ text: TerminalText) async -> Bool {
        // Waiting for a person must not hold a thread of the pool.
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: run(text)) }
        }
    }

    /// `LESS=FRX` (as git does): a text that fits is only printed, colours are shown, and the text stays on the screen.
    private func run(_ text: TerminalText) -> Bool {
        // What this thread has blocked, the pager would have too.
        SignalRelay.unblock([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGTSTP, SIGPIPE])
        guard let pipe = popen("LESS=${LESS-FRX} LV=${LV--c}; export LESS LV; \(command)", "w") else { return false }
        var text = text.text
        text.withUTF8 { bytes in
            // A pager that is left early reads no more: no error.
            _ = fwrite(bytes.baseAddress, 1, bytes.count, pipe)
        }
        let status = pclose(pipe)
        // Ended by a signal: the learner's own.
        return status == 0 || (status & 0x7F != 0 && status != -1)
    }

    private static func less(_ environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/less") } ? "less" : nil
    }
}
