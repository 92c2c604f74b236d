import ConcurrencyKit
import Synchronization

/// Copies the files one after the other, while other tasks run.
///
/// When it is cancelled, the copy under way is completed, and no further one is
/// begun. Only then it ends, as cancelled.
///
/// - Parameter copy: copies one file. It blocks its thread for a while, and it
///   throws if the file cannot be copied.
/// - Returns: the files that could not be copied, in the order of `files`.
func backUp(
    _ files: [String],
    with copy: @escaping @Sendable (String) throws -> Void
) async throws -> [String] {
    // Copy them in a thread.
    files
}
