import ConcurrencyKit

/// The contents of the files, in the order of `files`.
///
/// - Parameters:
///   - limit: the most that are fetched at one time, at least 1.
///   - fetch: fetches one file. That may take a while, or no time at all.
/// - Throws: the error of the first fetch that fails; the others are cancelled.
func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    // Fetch them in a task group, and never too many at one time.
    []
}
