import ConcurrencyKit

/// Downloads each page once, and keeps its text.
final class PageCache {
    private let fetch: (String) async throws -> String
    private var downloads: [String: LoopTask<String>] = [:]

    /// - Parameter fetch: downloads one page; it takes a while, and it may throw.
    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    /// The text of a page. Nothing is downloaded if it is there, or on its way.
    func page(_ path: String) async throws -> String {
        if let download = downloads[path], isOfUse(download) { return try await download.value }
        let download = createTask(name: path) { try await self.fetch(path) }
        downloads[path] = download
        return try await download.value
    }

    /// It is under way, or it has brought a text.
    private func isOfUse(_ download: LoopTask<String>) -> Bool {
        !download.done || (try? download.result()) != nil
    }
}
