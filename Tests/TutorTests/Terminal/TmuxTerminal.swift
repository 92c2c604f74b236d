import Foundation
import Testing

/// A real terminal for tests: a tmux server of its own, whose screen can be read and whose keys can be pressed.
struct TmuxTerminal: Sendable {
    private static let program = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
        .first(where: FileManager.default.isExecutableFile)
    static let isInstalled = program != nil

    /// The built `tutor`, beside the test bundle.
    static let tutor: String = {
        final class Anchor {}
        let bundle = Bundle(for: Anchor.self).bundleURL
        let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
        return folder.appendingPathComponent("tutor").path
    }()

    /// Many terminals at once would wait for each other's processes, and not see in time what they wait for.
    private static let turnstile = Turnstile(places: 2)

    /// A home and a scratch folder for the programs in the terminal; gone after the test.
    let folder: URL

    /// Runs `body` with a terminal in which `/bin/sh -c command` runs. `$TUTOR` is the line editor's check program.
    static func run(
        _ command: String = "$TUTOR",
        columns: Int = 80,
        rows: Int = 24,
        variables: [String: String] = [:],
        files: [String: String] = [:],
        _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        await turnstile.enter()
        defer { turnstile.leave() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "tutor-\(UUID().uuidString.prefix(8))"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let terminal = TmuxTerminal(folder: folder)
        var all = ["HOME": folder.path, "LANG": "C.UTF-8", "TUTOR": "\(tutor) line-editor-check"]
        all.merge(variables) { $1 }
        let settings = all.flatMap { ["-e", "\($0)=\($1)"] }
        try terminal.tmux(
            ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + settings + ["/bin/sh", "-c", command]
        )
        defer { _ = try? terminal.tmux(["kill-server"]) }
        try await body(terminal)
    }

    /// Presses keys by tmux's names, such as `Tab`, `C-c` and `Enter`.
    func press(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    func type(_ text: String) throws {
        try tmux(["send-keys", "-l", text])
    }

    /// Types a line and ends it.
    func enter(_ line: String) throws {
        try type(line)
        try press("Enter")
    }

    /// Pastes as a person does, in brackets if the program has asked for them.
    func paste(_ text: String) throws {
        let file = folder.appendingPathComponent("pasted")
        try Data(text.utf8).write(to: file)
        try tmux(["load-buffer", file.path])
        try tmux(["paste-buffer", "-p"])
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The rows of the screen, without the empty ones at the bottom; with colours, their escape sequences too.
    func screen(colours: Bool = false) throws -> String {
        let captured = try tmux(["capture-pane", "-p"] + (colours ? ["-e"] : []))
        return captured.trimmingCharacters(in: .newlines)
    }

    /// Looks until `condition` holds for the screen, and gives that screen.
    @discardableResult
    func wait(
        for what: String,
        until condition: (String) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        var screen = ""
        let end = ContinuousClock.now + .seconds(60)
        var looks = 0
        // Time alone does not count: other tests may hold every thread of the pool for longer.
        while ContinuousClock.now < end || looks < 200 {
            looks += 1
            screen = try self.screen()
            if condition(screen) { return screen }
            try await Task.sleep(for: .milliseconds(15))
        }
        Issue.record("the terminal never showed \(what); at last it showed:\n\(screen)", sourceLocation: sourceLocation)
        throw Unseen()
    }

    @discardableResult
    func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await wait(for: "‘\(text)’", until: { $0.contains(text) }, sourceLocation: sourceLocation)
    }

    /// Waits for a prompt behind which nothing stands.
    @discardableResult
    func waitForPrompt(sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        try await wait(
            for: "an empty prompt",
            until: { $0.split(separator: "\n").last == "tutor>" },
            sourceLocation: sourceLocation
        )
    }

    /// Sends a signal to the tutor itself, not to the shell that started it.
    func signalTutor(_ name: String) throws {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .newlines)
        _ = try output(of: "/bin/sh", ["-c", "kill -\(name) $(pgrep -P \(shell))"])
    }

    /// Sends a signal again and again, until the tutor has gone.
    func signalTutorToTheEnd(_ name: String) throws {
        let shell = try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .newlines)
        let command = "tutor=$(pgrep -P \(shell) -x tutor); while kill -\(name) $tutor; do sleep 0.02; done"
        _ = try output(of: "/bin/sh", ["-c", command])
    }

    func contents(of name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    struct Unseen: Error {}

    private struct Failed: Error {
        let arguments: [String]
        let output: String
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let server = ["-S", folder.appendingPathComponent("socket").path, "-f", "/dev/null", "-u"]
        return try output(of: Self.program ?? "tmux", server + arguments)
    }

    private func output(of program: String, _ arguments: [String]) throws -> String {
        let file = folder.appendingPathComponent("output-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let environment = ProcessInfo.processInfo.environment.filter { $0.key != "TMUX" }
        let status = try ChildProcess.run([program] + arguments, environment: environment, output: file)
        let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        guard status == 0 else { throw Failed(arguments: arguments, output: text) }
        return text
    }
}
