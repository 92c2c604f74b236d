import Foundation

/// The lines that the learner entered, kept in a file over sessions: the oldest first, one entry a line, with `\n`,
/// `\r` and `\\` for a line feed, a carriage return and a backslash.
///
/// The file is only ever appended to, so two tutors at once lose nothing; it is shortened when it is opened and has
/// grown to twice the limit. It may hold answers, so only its owner can read it.
public struct InputHistory: Sendable {
    /// At most `limit` entries, the oldest first.
    public private(set) var entries: [String]
    /// Why nothing is kept after this session, in words for the learner; nil when all is well.
    public let warning: String?

    private let path: String?
    private let limit: Int

    /// - Parameters:
    ///   - path: the file, created with its folder; nil keeps the lines in memory only.
    ///   - limit: how many entries are remembered.
    public init(path: String?, limit: Int = 1000) {
        self.limit = limit
        guard let path else {
            (self.path, entries, warning) = (nil, [], nil)
            return
        }
        let stored = FileManager.default.contents(atPath: path).map(Self.decode) ?? []
        entries = stored.suffix(limit)
        do {
            try Self.append("", to: path)
            if stored.count > limit * 2 {
                try Self.replace(path, with: entries)
            }
            (self.path, warning) = (path, nil)
        } catch {
            self.path = nil
            warning = "\(path): input history is not kept (\(error.reason)); make the file writable to keep it"
        }
    }

    /// Adds an entry, unless it is blank or repeats the last one.
    ///
    /// - Returns: whether it was added. A file that can no longer be written is left alone: history is a convenience.
    @discardableResult
    public mutating func append(_ line: String) -> Bool {
        guard line != entries.last, line.contains(where: { !$0.isWhitespace }) else { return false }
        entries.append(line)
        if entries.count > limit {
            entries.removeFirst(entries.count - limit)
        }
        if let path {
            try? Self.append(Self.encode(line), to: path)
        }
        return true
    }

    private static func append(_ text: String, to path: String) throws(FileFailure) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw FileFailure(reason: "its folder cannot be made")
        }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .current }
        defer { close(file) }
        let bytes = Array(text.utf8)
        // One write: another tutor's entry cannot land in the middle of this one.
        guard write(file, bytes, bytes.count) == bytes.count else { throw .current }
    }

    private static func replace(_ path: String, with entries: [String]) throws(FileFailure) {
        let shorter = path + ".\(getpid())"
        defer { unlink(shorter) }
        try append(entries.map(encode).joined(), to: shorter)
        guard rename(shorter, path) == 0 else { throw .current }
    }

    private static func encode(_ line: String) -> String {
        var encoded = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\\": encoded += #"\\"#
            case "\n": encoded += #"\n"#
            case "\r": encoded += #"\r"#
            default: encoded.unicodeScalars.append(scalar)
            }
        }
        return encoded + "\n"
    }

    private static func decode(_ data: Data) -> [String] {
        data.split(separator: UInt8(ascii: "\n")).map { line in
            var decoded = String.UnicodeScalarView()
            var isEscaped = false
            for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
                switch (isEscaped, scalar) {
                case (false, "\\"):
                    isEscaped = true
                    continue
                case (true, "n"): decoded.append("\n")
                case (true, "r"): decoded.append("\r")
                default: decoded.append(scalar)
                }
                isEscaped = false
            }
            return String(decoded)
        }
    }
}

private struct FileFailure: Error {
    let reason: String

    static var current: FileFailure { FileFailure(reason: String(cString: strerror(errno))) }
}
