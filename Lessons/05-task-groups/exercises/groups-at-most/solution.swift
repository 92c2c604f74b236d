import ConcurrencyKit

/// The contents of the files, in the order of `files`.
///
/// - Parameters:
///   - limit: the most that are fetched at one time, at least 1.
///   - fetch: fetches one file. That may take a while, or no time at all.
/// - Throws: the error of the first fetch that fails; the others are cancelled.
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
