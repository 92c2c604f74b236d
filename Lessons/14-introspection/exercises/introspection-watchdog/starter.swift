import ConcurrencyKit

/// Looks at all other tasks every `interval`, for as long as it runs, and tells the
/// names of those that take too long.
///
/// The first look is at once. A task takes too long if it was seen `patience` ago,
/// or earlier, and is still not done. Each task is told once.
func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
}
