import Foundation

/// The Python of this machine, as the judge of what should agree with it.
enum Python {
    static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    static func has(_ module: String) -> Bool {
        (try? output("import \(module)")) != nil
    }

    struct Failure: Error {
        let status: Int32
    }

    /// What a script prints. Its input must fit into a pipe's buffer.
    static func output(_ script: String, input: String = "") throws -> String {
        guard let path else { throw Failure(status: 127) }
        let process = Process()
        let (inputPipe, outputPipe) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", script]
        process.standardInput = inputPipe
        process.standardOutput = outputPipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try inputPipe.fileHandleForWriting.close()
        let output = outputPipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: output, as: UTF8.self)
    }
}
