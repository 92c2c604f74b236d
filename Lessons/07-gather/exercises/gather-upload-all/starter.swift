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
    // When one upload fails, the others are worthless. Who stops them?
    []
}
