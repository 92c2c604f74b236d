import ConcurrencyKit

/// Uploads all files at the same time: all of them, or none.
///
/// - Parameter upload: uploads one file, and returns its address. It takes a while, and it may throw.
///   When it is cancelled, it removes what it has sent so far. That takes a while, too.
/// - Returns: the addresses, in the order of `files`.
func uploadAll(
    _ files: [String],
    with upload: @escaping (String) async throws -> String
) async throws -> [String] {
    let uploads = files.map { file in createTask(name: file) { try await upload(file) } }
    do {
        return try await gather(uploads)
    } catch {
        // A gather that is cancelled has cancelled its children: asking again would disturb their cleanups.
        if !(error is CancelledError) {
            for task in uploads { task.cancel() }
        }
        _ = try await gatherResults(uploads)
        throw error
    }
}
