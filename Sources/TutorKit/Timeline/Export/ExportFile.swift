import Foundation

/// A text that is to be a file. An earlier export is replaced; nothing else is.
public struct ExportFile: Sendable, Equatable {
    public let path: String
    private let text: String

    /// - Parameter path: as a person types it: `~` is their home.
    public init(path: String, text: String) {
        self.path = path.hasPrefix("~") ? NSString(string: path).expandingTildeInPath : path
        self.text = text
    }

    public enum Problem: Error, Equatable, CustomStringConvertible {
        case isNoExport(path: String)
        case cannotWrite(path: String, reason: String)

        /// The name that was given is at fault, and not the machine.
        public var isRefusal: Bool {
            if case .isNoExport = self { true } else { false }
        }

        public var description: String {
            switch self {
            case .isNoExport(let path):
                "\(path): this file is there already and is none of the tutor's; it was left alone. Choose another name"
            case .cannotWrite(let path, let reason): "\(path): cannot be written: \(reason)"
            }
        }
    }

    /// All or nothing: a full disk leaves the file that was there.
    public func write() throws(Problem) {
        if let old = FileHandle(forReadingAtPath: path) {
            let start = Data(text.utf8.prefix(ExportFile.signature))
            let found = try? old.read(upToCount: start.count)
            try? old.close()
            guard found == start || (found ?? Data()).isEmpty else { throw .isNoExport(path: path) }
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let isThere = FileManager.default.fileExists(atPath: folder)
            let words = isThere ? SystemError.words(of: error) : "there is no folder \(folder)"
            throw .cannotWrite(path: path, reason: words)
        }
    }

    /// `<svg xmlns=`, `{"displayTim`
    private static let signature = 11
}
