import ConcurrencyKit

func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    var contents = [String](repeating: "", count: files.count)
    var next = 0
    func work() async throws {
        while next < files.count {
            let mine = next
            next += 1
            contents[mine] = try await fetch(files[mine])
        }
    }
    try await withLoopTaskGroup { group in
        for _ in 0..<min(limit, files.count) {
            try group.createTask { try await work() }
        }
    }
    return contents
}
