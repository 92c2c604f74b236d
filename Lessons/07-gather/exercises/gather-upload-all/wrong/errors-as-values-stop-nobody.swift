import ConcurrencyKit

func uploadAll(
    _ files: [String],
    with upload: @escaping (String) async throws -> String
) async throws -> [String] {
    let uploads = files.map { file in Coroutine { try await upload(file) } }
    return try await gatherResults(uploads).map { result in try result.get() }
}
