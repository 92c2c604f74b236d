import ConcurrencyKit

final class PageCache {
    private let fetch: (String) async throws -> String
    private var downloads: [String: LoopTask<String>] = [:]

    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    func page(_ path: String) async throws -> String {
        let download = downloads[path] ?? createTask { try await self.fetch(path) }
        downloads[path] = download
        do {
            return try await download.value
        } catch {
            downloads[path] = nil
            throw error
        }
    }
}
