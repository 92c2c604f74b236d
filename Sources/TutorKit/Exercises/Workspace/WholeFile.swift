import Foundation

/// A file that is made whole or read whole, and only if it is an ordinary one.
struct WholeFile {
    let path: String

    enum Problem: Error, Equatable, CustomStringConvertible {
        case alreadyThere, notThere
        case notOrdinary
        case tooLong(limit: Int)
        case notUTF8
        case system(Int32)

        var description: String {
            switch self {
            case .alreadyThere: "there is such a file already"
            case .notThere: "there is no such file"
            case .notOrdinary: "this is no ordinary file"
            case .tooLong(let limit): "longer than \(limit) bytes"
            case .notUTF8: "this is not text in UTF-8; save it as UTF-8"
            case .system(let code): String(cString: strerror(code))
            }
        }
    }

    /// Makes a new file; one that is there stays as it is.
    func create(_ text: String) -> Result<Void, Problem> {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return .failure(errno == EEXIST ? .alreadyThere : .system(errno)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            return .success(())
        } catch {
            // Half a file would be taken for the learner's.
            unlink(path)
            return .failure(.system(errno))
        }
    }

    func read(atMost limit: Int) -> Result<String, Problem> {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(errno == ENOENT ? .notThere : .system(errno)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .failure(.notOrdinary) }
        guard let data = try? file.read(upToCount: limit + 1) else { return .success("") }
        guard data.count <= limit else { return .failure(.tooLong(limit: limit)) }
        guard let text = String(validating: data, as: UTF8.self) else { return .failure(.notUTF8) }
        return .success(text)
    }
}
