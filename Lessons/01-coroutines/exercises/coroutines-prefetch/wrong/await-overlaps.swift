import ConcurrencyKit

func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    for song in songs {
        let sound = try await download(song)
        try await play(sound)
    }
}
