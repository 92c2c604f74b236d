import Foundation

/// A program run to its end, with what it wrote.
enum TutorProcess {
    struct Ended {
        /// The exit code, or 128 and the number of the signal that ended it, as a shell says it.
        let status: Int32
        let output: String
        let error: String
    }

    /// The built `tutor`.
    static func tutor(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Ended {
        try await run(TmuxTerminal.tutor, arguments, input: input, environment: environment)
    }

    /// A line of shell that waits until `text` stands in a file that need not be there yet, and gives up after a minute or more.
    static func untilShown(_ text: String, in file: String) -> String {
        "n=0; until grep -qs '\(text)' \(file); do n=$((n + 1)); [ $n -lt 3000 ] || exit 99; sleep 0.02; done"
    }

    /// - Parameter environment: added to this process's own; an empty value takes a variable away.
    static func run(
        _ program: String,
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) async throws -> Ended {
        // On a thread of its own: waiting for programs must not hold up the tests that run beside.
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result { try runNow(program, arguments, input: input, environment: environment) }
                )
            }
        }
    }

    /// The same, holding up this thread.
    static func runNow(
        _ program: String,
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> Ended {
        // Through files: nothing can fill up, and nobody has to drain.
        let folder = try TemporaryHome()
        let (output, error, stdin) = (folder.path + "/out", folder.path + "/err", folder.path + "/in")
        try Data(input.utf8).write(to: URL(fileURLWithPath: stdin))
        var variables = ProcessInfo.processInfo.environment
        for (name, value) in environment { variables[name] = value.isEmpty ? nil : value }
        let command = ["/bin/sh", "-c", "exec \"$@\" <\(stdin) 2>\(error)", "sh", program] + arguments
        let status = try ChildProcess.run(command, environment: variables, output: output)
        func text(_ path: String) -> String {
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
        return Ended(status: status, output: text(output), error: text(error))
    }
}

/// A folder for a test to live in, removed when nobody holds it any more.
final class TemporaryHome: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("tutor-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Environment variables that keep everything the tutor writes in here, but for compiled programs, which all tests share.
    var environment: [String: String] {
        [
            "HOME": path, "XDG_DATA_HOME": "\(path)/data", "XDG_STATE_HOME": "\(path)/state",
            "XDG_CACHE_HOME": TestCompiler.cacheFolder, "ASYNC_TUTOR_LESSONS": Repository.lessons,
        ]
    }

    /// Writes a file, and the folders that it needs.
    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}
