import ConcurrencyKit

final class PageCache {
    private let fetch: (String) async throws -> String
    private var downloads: [String: LoopTask<String>] = [:]

    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    func page(_ path: String) async throws -> String {
        if let download = downloads[path] { return try await download.value }
        let download = createTask {
            do {
                return try await self.fetch(path)
            } catch {
                self.downloads[path] = nil
                throw error
            }
        }
        downloads[path] = download
        return try await download.value
    }
}
