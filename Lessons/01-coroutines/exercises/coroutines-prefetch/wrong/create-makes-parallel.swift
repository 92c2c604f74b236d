import ConcurrencyKit

func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    for song in songs {
        let next = createTask { try await download(song) }
        let sound = try await next.value
        try await play(sound)
    }
}
