import ConcurrencyKit

func playAll(
    _ songs: [String],
    download: @escaping (String) async throws -> String,
    play: @escaping (String) async throws -> Void
) async throws {
    let downloads = songs.map { song in createTask { try await download(song) } }
    for sound in downloads {
        try await play(try await sound.value)
    }
}
