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
    let workers = (0..<min(limit, files.count)).map { _ in Coroutine { try await work() } }
    try await gather(workers)
    return contents
}
