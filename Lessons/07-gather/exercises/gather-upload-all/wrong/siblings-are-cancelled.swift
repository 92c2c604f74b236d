import ConcurrencyKit

func uploadAll(
    _ files: [String],
    with upload: @escaping (String) async throws -> String
) async throws -> [String] {
    try await gather(files.map { file in Coroutine { try await upload(file) } })
}
