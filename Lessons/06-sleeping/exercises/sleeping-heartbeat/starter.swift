import ConcurrencyKit

/// What `work` returns. While it runs, `beat` is called again and again: one interval after
/// the start, two intervals after it, three, and so on.
///
/// - Parameters:
///   - interval: longer than a beat takes.
///   - beat: takes a while. It throws nothing unless it is cancelled.
/// - Throws: the error of `work`.
func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    // Something has to beat beside the work, and to end with it.
    try await work()
}
