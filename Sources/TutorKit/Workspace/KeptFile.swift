import Foundation

/// Moving a person's file aside, so that nothing is written over it.
enum KeptFile {
    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Gives the file the next free number: `demo.1.swift`, `session.2.md`, `notes.1`.
    ///
    /// - Returns: its new path.
    static func moveAside(_ path: String) throws(Problem) -> String {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        let (stem, ending) = (url.deletingPathExtension().lastPathComponent, url.pathExtension)
        for number in 1...9_999 {
            let kept = "\(folder)/\(stem).\(number)\(ending.isEmpty ? "" : ".\(ending)")"
            // A link fails where a rename would overwrite.
            if link(path, kept) == 0 {
                guard unlink(path) == 0 else { throw Problem(description: "\(path): cannot be moved (\(lastError))") }
                return kept
            }
            guard errno == EEXIST else { throw Problem(description: "\(kept): cannot be made (\(lastError))") }
        }
        throw Problem(description: "\(folder) holds 9,999 kept copies of \(stem); move some of them away")
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
