import ConcurrencyKit

func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    guard let first = songs.first else { return }
    var sound = try await download(first)
    for song in songs.dropFirst() {
        let next = createTask { try await download(song) }
        try await play(sound)
        sound = try await next.value
    }
    try await play(sound)
}
