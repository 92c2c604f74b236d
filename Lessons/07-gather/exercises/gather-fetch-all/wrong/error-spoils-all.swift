import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    try await gather(pages.map { page in Coroutine { try await fetch(page) } })
}
