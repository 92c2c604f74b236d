import ConcurrencyKit

let website = ["/home": "Welcome", "/news": "Rain at last"]

// slice: cache
final class PageCache {
    private var downloads: [String: LoopTask<String>] = [:]

    func page(_ path: String) async throws -> String {
        if let download = downloads[path] {
            return try await download.value
        }
        let download = createTask { try await self.fetch(path) }
        downloads[path] = download
        return try await download.value
    }

    private func fetch(_ path: String) async throws -> String {
        print("download of \(path)")
        try await sleep(for: .seconds(2))
        return website[path] ?? "not found"
    }
}
// end

// slice: readers
func read(
    _ path: String,
    as reader: String,
    from cache: PageCache
) async throws {
    let text = try await cache.page(path)
    print("\(reader) reads: \(text)")
}

try run {
    let cache = PageCache()
    let ada = createTask(name: "Ada") {
        try await read("/home", as: "Ada", from: cache)
    }
    try await sleep(for: .seconds(1))
    let ben = createTask(name: "Ben") {
        try await read("/home", as: "Ben", from: cache)
    }
    try await ada.value
    try await ben.value
    try await read("/news", as: "Cleo", from: cache)
    try await read("/home", as: "Dan", from: cache)
}
// end
