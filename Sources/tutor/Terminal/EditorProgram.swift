import Foundation
import TutorKit

/// The learner's editor, in the tutor's own terminal.
///
/// It is in the tutor's process group, so that Ctrl-Z stops both and `fg` brings both back. (Foundation's `Process` would put
/// it into the background.)
enum EditorProgram {
    /// Returns when the editor is closed. `VISUAL`, else `EDITOR`: a command for the shell, such as `code --wait`.
    ///
    /// - Parameter chosen: the command that the learner has chosen in the settings.
    static func open(_ path: String, by chosen: String?, environment: [String: String]) async throws(EditorProblem) {
        let commands = [chosen, environment["VISUAL"], environment["EDITOR"]]
        guard let command = commands.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
            throw .noEditor("set VISUAL or EDITOR, or `settings editor COMMAND`, to have it opened from here")
        }
        guard TerminalOutput(descriptor: STDIN_FILENO).isTerminal, TerminalOutput.standard.isTerminal else {
            throw .noEditor("there is no terminal for one here")
        }
        let problem = await withCheckedContinuation { continuation in
            // It may be open for hours: not on a thread of the pool.
            Thread.detachNewThread { continuation.resume(returning: run(command, path, environment)) }
        }
        if let problem { throw problem }
    }

    private static func run(_ command: String, _ path: String, _ environment: [String: String]) -> EditorProblem? {
        let words = ["/bin/sh", "-c", "\(command) \"$1\"", "sh", path]
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads may have signals blocked, and a child begins with what its thread has.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let code = posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, variables)
        guard code == 0 else { return .failed("the editor cannot be started (\(String(cString: strerror(code))))") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return .failed("the editor was lost (\(String(cString: strerror(errno))))") }
        }
        guard status != 0 else { return nil }
        let isExit = status & 0x7F == 0
        let exit = (status >> 8) & 0xFF
        if isExit, exit == 127 {
            return .failed("there is no editor '\(command)' (from the settings, VISUAL or EDITOR)")
        }
        return .failed("the editor '\(command)' ended with \(isExit ? "status \(exit)" : "signal \(status & 0x7F)")")
    }
}
