import ConcurrencyKit

protocol Storage: AnyObject {
    /// Opens an upload, and gives its number.
    func begin() async throws -> Int
    func send(_ part: String, to upload: Int) async throws
    /// Makes a file of the parts. After it the upload is closed.
    func finish(_ upload: Int) async throws
    /// Throws the parts away. After it the upload is closed.
    func abort(_ upload: Int) async throws
}

func upload(_ parts: [String], to storage: any Storage) async throws {
    let upload = try await storage.begin()
    do {
        for part in parts {
            try await storage.send(part, to: upload)
        }
        try await storage.finish(upload)
    } catch is CancelledError {
        try await withCancellationHeld { try await storage.abort(upload) }
    } catch {
        try await withCancellationHeld { try await storage.abort(upload) }
        throw error
    }
}
