import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    var texts: [String?] = []
    let fetches = pages.map { page in
        Coroutine {
            let text = try await fetch(page)
            texts.append(text)
        }
    }
    _ = try await gatherResults(fetches)
    return texts
}
