import ConcurrencyKit

/// The texts of the pages, in the order of `pages`; `nil` for a page that cannot
/// be fetched.
///
/// - Parameters:
///   - limit: so many pages are fetched at the same time, and never more.
///   - fetch: fetches one page; it takes a while, and it may throw.
func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    // Nothing holds them back yet.
    let fetches = pages.map { page in Coroutine { try await fetch(page) } }
    return try await gatherResults(fetches).map { result in try? result.get() }
}
