import ConcurrencyKit

/// The server has too much to do. It may go better next time.
struct Unavailable: Error {}

/// There is no such page, and there will be none next time.
struct NotFound: Error {}

/// The text of a page, after one try or several.
///
/// - Parameters:
///   - tries: so often is the page asked for, at most.
///   - limit: how long each try may take.
///   - pause: how long to wait before the second try. Each further pause is twice
///     as long as the one before.
///   - get: asks for the page once; it takes a while, and it may throw.
func fetch(
    _ page: String,
    tries: Int,
    within limit: Duration,
    pause: Duration,
    with get: @escaping (String) async throws -> String
) async throws -> String {
    // One try, for as long as it takes.
    try await get(page)
}
