import ConcurrencyKit

/// A future that was not awaited at once.
struct Kept {
    /// The smallest label that it waits for.
    let least: Int
    let value: () async throws -> Any
    let cancel: (String?) -> Bool
    let query: (Frame, String) -> Void
}
