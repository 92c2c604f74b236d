import Foundation

/// The file that a session is kept in.
struct TranscriptFile: Sendable {
    let path: String

    /// Makes a new, empty file; one that is there already is moved aside.
    static func make(_ name: String) throws(TranscriptProblem) -> (TranscriptFile, former: String?) {
        let path = (name as NSString).expandingTildeInPath
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder.boolValue { throw TranscriptProblem(description: "\(path): this is a folder; name a file in it") }
        var former: String?
        if isThere {
            do { former = try KeptFile.moveAside(path) } catch {
                throw TranscriptProblem(description: error.description)
            }
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path) }
        Foundation.close(descriptor)
        return (TranscriptFile(path: path), former)
    }

    func append(_ text: String) throws(TranscriptProblem) {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        defer { Foundation.close(descriptor) }
        let bytes = Array(text.utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path) }
            rest = rest.dropFirst(count)
        }
    }
}

/// A session that cannot be kept: where, what, and what to do.
public struct TranscriptProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    static func system(_ path: String) -> TranscriptProblem {
        TranscriptProblem(
            description: "\(path): cannot be written (\(String(cString: strerror(errno)))); name another file"
        )
    }
}
