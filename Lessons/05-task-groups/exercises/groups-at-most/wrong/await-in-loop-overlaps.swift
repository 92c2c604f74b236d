import ConcurrencyKit

func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    var contents: [String] = []
    for file in files {
        do {
            let task = try await withLoopTaskGroup { group in
                try group.createTask { try await fetch(file) }
            }
            contents.append(try task.result())
        } catch let group as ExceptionGroup {
            throw group.errors[0]
        }
    }
    return contents
}
