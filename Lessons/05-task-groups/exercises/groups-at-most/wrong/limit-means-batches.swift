import ConcurrencyKit

func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    var contents: [String] = []
    var waiting = files
    while !waiting.isEmpty {
        let batch = waiting.prefix(limit)
        waiting.removeFirst(batch.count)
        do {
            let tasks = try await withLoopTaskGroup { group in
                try batch.map { file in try group.createTask { try await fetch(file) } }
            }
            contents += try tasks.map { task in try task.result() }
        } catch let group as ExceptionGroup {
            throw group.errors[0]
        }
    }
    return contents
}
