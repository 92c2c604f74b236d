import Foundation

/// A new, empty folder that only its owner may enter.
struct TemporaryFolder: Sendable {
    let path: String

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// One that there is already.
    init(path: String) { self.path = path }

    /// - Parameter name: How the folder's name begins, for people who find one that was left behind.
    init(in parent: String, name: String) throws(Problem) {
        var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Problem(
                description: "\(parent): cannot make a folder here (\(String(cString: strerror(errno))));"
                    + " make it writable or set TMPDIR to a folder that is"
            )
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes the folder and what is in it. What cannot be removed is left to the system's own cleaning.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
