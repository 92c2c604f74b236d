import ConcurrencyKit

// slice: cache
final class PageCache {
    private var downloads: [String: LoopTask<String>] = [:]

    func page(_ path: String) async throws -> String {
        let download =
            downloads[path]
            ?? createTask(name: path) {
                try await self.fetch(path)
            }
        downloads[path] = download
        return try await shield(download).value
    }

    private func fetch(_ path: String) async throws -> String {
        print("download of \(path)")
        try await sleep(for: .seconds(3))
        return "the text of \(path)"
    }
}
// end

// slice: readers
func read(_ path: String, as name: String, from cache: PageCache) async {
    do {
        print("\(name) reads \(try await cache.page(path))")
    } catch {
        print("\(name) gets nothing")
    }
}

try run {
    let cache = PageCache()
    let ada = createTask(name: "Ada") {
        await read("/home", as: "Ada", from: cache)
    }
    try await sleep(for: .seconds(1))
    let ben = createTask(name: "Ben") {
        await read("/home", as: "Ben", from: cache)
    }
    try await sleep(for: .seconds(1))
    ada.cancel()
    try await ben.value
    await read("/home", as: "Cleo", from: cache)
}
// end
