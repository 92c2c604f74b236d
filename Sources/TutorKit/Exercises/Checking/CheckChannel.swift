import Foundation
import LessonChecks

/// The files by which a program of checks is asked and answers: made before it starts, in a folder of their own.
struct CheckChannel {
    private let folder: TemporaryFolder
    private let records: FileHandle
    let nonce: String

    /// More is not read. A trace of 4,000 events has about 1 MB.
    static let maximumBytes = 32_000_000

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    init(_ request: CheckRequest, in temporaryFolder: String) throws(Problem) {
        do { folder = try TemporaryFolder(in: temporaryFolder, name: "async-tutor-check") } catch {
            throw Problem(description: "\(error)")
        }
        nonce = request.nonce
        // Opened before the program starts: it unlinks the file at once, so that nobody else finds it.
        let descriptor = open("\(folder.path)/records", O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let json = try? JSONEncoder().encode(request),
            (try? json.write(to: URL(fileURLWithPath: "\(folder.path)/request.json"))) != nil
        else {
            folder.remove()
            throw Problem(description: "\(folder.path): cannot be written (\(String(cString: strerror(errno))))")
        }
        records = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    var environment: [String: String] {
        [
            CheckRequest.variable: "\(folder.path)/request.json",
            CheckRequest.channelVariable: "\(folder.path)/records",
        ]
    }

    /// What has been told. Call it when the program is gone.
    func transcript() -> CheckTranscript {
        let data = (try? records.read(upToCount: Self.maximumBytes)) ?? Data()
        return CheckTranscript(data, nonce: nonce, isCut: data.count == Self.maximumBytes)
    }

    func remove() {
        try? records.close()
        folder.remove()
    }
}
