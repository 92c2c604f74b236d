import ConcurrencyKit

func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    guard let first = songs.first else { return }
    var sound = try await download(first)
    for song in songs.dropFirst() {
        let next = Coroutine { try await download(song) }
        do {
            try await play(sound)
        } catch {
            _ = try? await next.value
            throw error
        }
        sound = try await next.value
    }
    try await play(sound)
}
