import ConcurrencyKit

func downloadAll(
    _ files: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String] {
    var contents: [String] = []
    var waiting = files[...]
    func work() async throws {
        while let file = waiting.popFirst() {
            contents.append(try await fetch(file))
        }
    }
    do {
        try await withLoopTaskGroup { group in
            for _ in 0..<min(limit, files.count) {
                try group.createTask { try await work() }
            }
        }
    } catch let group as ExceptionGroup {
        throw group.errors[0]
    }
    return contents
}
