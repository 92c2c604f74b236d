import Foundation

/// The reference implementation, from PyPI:
/// `python3 -m venv /tmp/cmarkgfm-venv && /tmp/cmarkgfm-venv/bin/pip install cmarkgfm`.
enum CmarkGFM {
    /// A Python that has `cmarkgfm`: `$CMARKGFM_PYTHON`, the environment above, or the `python3` of the PATH.
    static let python: String? = {
        let named = ProcessInfo.processInfo.environment["CMARKGFM_PYTHON"]
        let candidates = [named, "/tmp/cmarkgfm-venv/bin/python3", "python3"].compactMap { $0 }
        return candidates.first { run($0, ["-c", "import cmarkgfm"], input: Data()) != nil }
    }()

    /// The HTML of each document, with the table extension and raw HTML kept. Nil if the reference cannot be run.
    static func render(_ documents: [String]) -> [String]? {
        let script = """
            import sys, cmarkgfm
            from cmarkgfm.cmark import Options
            for text in sys.stdin.buffer.read().decode().split("\\0"):
                html = cmarkgfm.markdown_to_html_with_extensions(text, Options.CMARK_OPT_UNSAFE, extensions=["table"])
                sys.stdout.buffer.write(html.encode() + b"\\0")
            """
        let input = Data(documents.joined(separator: "\0").utf8)
        guard let python, let output = run(python, ["-c", script], input: input) else { return nil }
        let pages = String(decoding: output, as: UTF8.self).split(separator: "\0", omittingEmptySubsequences: false)
        return pages.dropLast().map(String.init)
    }

    /// What the program wrote, if it ended well. Input and output go through files: a pipe may fill up.
    private static func run(_ program: String, _ arguments: [String], input: Data) -> Data? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cmarkgfm-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let (inFile, outFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
            try input.write(to: inFile)
            try Data().write(to: outFile)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [program] + arguments
            process.standardInput = try FileHandle(forReadingFrom: inFile)
            process.standardOutput = try FileHandle(forWritingTo: outFile)
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0 ? try Data(contentsOf: outFile) : nil
        } catch {
            return nil
        }
    }
}
