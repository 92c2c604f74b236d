import ConcurrencyKit

/// A place that takes a file in parts. Each of its functions takes a while.
///
/// An upload that is neither finished nor aborted stays open, and costs money for ever.
protocol Storage: AnyObject {
    /// Opens an upload, and gives its number.
    func begin() async throws -> Int
    func send(_ part: String, to upload: Int) async throws
    /// Makes a file of the parts. After it the upload is closed.
    func finish(_ upload: Int) async throws
    /// Throws the parts away. After it the upload is closed.
    func abort(_ upload: Int) async throws
}

/// Sends the parts to the storage, one after the other, and makes a file of them.
///
/// - Throws: the error of what fails; `CancelledError` if it is asked to stop. Either way
///   the upload has been aborted by then, even if it is asked once more meanwhile. If that
///   fails too, the first error is thrown all the same.
func upload(_ parts: [String], to storage: any Storage) async throws {
    // Something may fail on the way, and somebody may ask you to stop.
    let upload = try await storage.begin()
    for part in parts {
        try await storage.send(part, to: upload)
    }
    try await storage.finish(upload)
}
