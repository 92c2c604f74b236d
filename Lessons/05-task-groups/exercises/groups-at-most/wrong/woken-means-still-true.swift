import ConcurrencyKit

func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    var running = 0
    var line: [Future<Void>] = []
    func download(_ file: String) async throws -> String {
        if running == limit {
            let turn = Future<Void>()
            line.append(turn)
            try await turn.value
        }
        running += 1
        defer {
            running -= 1
            if !line.isEmpty { try? line.removeFirst().setResult() }
        }
        return try await fetch(file)
    }
    do {
        let tasks = try await withLoopTaskGroup { group in
            try files.map { file in try group.createTask { try await download(file) } }
        }
        return try tasks.map { task in try task.result() }
    } catch let group as ExceptionGroup {
        throw group.errors[0]
    }
}
