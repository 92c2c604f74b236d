import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    let fetches = pages.map { page in Coroutine { try await fetch(page) } }
    return try await gatherResults(fetches).compactMap { result in try? result.get() }
}
