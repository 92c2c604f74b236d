import ConcurrencyKit

final class PageCache {
    private let fetch: (String) async throws -> String
    private var downloads: [String: Coroutine<String>] = [:]

    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    func page(_ path: String) async throws -> String {
        if let download = downloads[path] { return try await download.value }
        let download = Coroutine { try await self.fetch(path) }
        downloads[path] = download
        return try await download.value
    }
}
