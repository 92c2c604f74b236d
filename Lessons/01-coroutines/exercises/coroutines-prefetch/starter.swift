import ConcurrencyKit

/// Plays the songs in order, and downloads the next one while the present one plays.
///
/// - Parameters:
///   - download: gets one song; it takes a while, and it may throw.
///   - play: plays what `download` gave, to its end; it may throw.
func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    // While one song plays, the next one should be on its way.
}
