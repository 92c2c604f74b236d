import Foundation

/// The learner's editor, run in this terminal until it ends.
enum EditorProgram {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameter environment: `VISUAL`, else `EDITOR`, names the program, perhaps with options.
    static func edit(_ path: String, environment: [String: String]) async throws {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let named else {
            throw Problem(description: "no editor is named; set VISUAL or EDITOR, or open \(path) with yours")
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Problem(description: "there is no terminal here to edit in; open \(path) with your editor")
        }
        let words = named.split(separator: " ").map(String.init) + [path]
        // On a thread of its own: it may be open for hours.
        let status = await withCheckedContinuation { (continuation: CheckedContinuation<Int32, Never>) in
            Thread.detachNewThread { continuation.resume(returning: run(words)) }
        }
        guard status == 0 else {
            throw Problem(description: "the editor '\(named)' could not be run, or failed; open \(path) with yours")
        }
    }

    /// In the foreground, with this terminal. Foundation's `Process` would put it into the background.
    private static func run(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, words[0], nil, nil, &arguments, environ) == 0 else { return -1 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }
}
