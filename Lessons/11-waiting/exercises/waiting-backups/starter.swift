import ConcurrencyKit

/// The file, from whichever mirror gives it first.
///
/// The first mirror is asked at once. The next one is asked as well, whenever `patience` is over without a file, or a
/// mirror has failed. Those that were asked before stay in the race.
///
/// - Parameters:
///   - mirrors: at least one.
///   - fetch: gets the file from a mirror; it takes a while, it may throw, and it may need time to tidy up.
/// - Throws: the last error, if all mirrors have failed.
func fetchWithBackups(
    from mirrors: [String],
    patience: Duration,
    with fetch: @escaping (String) async throws -> String
) async throws -> String {
    // A race that begins with one mirror.
    ""
}
