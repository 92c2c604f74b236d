import ConcurrencyKit

/// Fetches all pages at the same time, and shows each as soon as it has ended.
///
/// - Parameters:
///   - pages: each of them once; there may be none.
///   - limit: how long all of it may take; what is missing then is cancelled.
///   - fetch: fetches one page; it takes a while, it may throw, and it may need time to tidy up.
///   - show: is given a page and its text; `nil` in place of the text if the page cannot be fetched.
/// - Returns: the pages that are missing when the time is over, in the order of `pages`.
func showPages(
    _ pages: [String],
    within limit: Duration,
    with fetch: @escaping (String) async throws -> String,
    show: @escaping (String, String?) -> Void
) async throws -> [String] {
    // All at the same time, each as soon as it is there, and no longer than the limit.
    []
}
