import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    let tasks = pages.map { page in createTask { try await fetch(page) } }
    var texts: [String?] = []
    for task in tasks {
        texts.append(try? await task.value)
    }
    return texts
}
