import ConcurrencyKit

/// The texts of the pages, in the order of `pages`; `nil` for a page that cannot
/// be fetched.
///
/// - Parameter fetch: fetches one page; it takes a while, and it may throw.
func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    // Fetch all of them at the same time.
    []
}
