import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    var texts: [String?] = []
    var rest = pages[...]
    while !rest.isEmpty {
        let fetches = rest.prefix(limit).map { page in Coroutine { try await fetch(page) } }
        rest = rest.dropFirst(limit)
        texts += try await gatherResults(fetches).map { result in try? result.get() }
    }
    return texts
}
