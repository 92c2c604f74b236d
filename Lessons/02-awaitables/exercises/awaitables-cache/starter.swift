import ConcurrencyKit

/// Downloads each page once, and keeps its text.
final class PageCache {
    private let fetch: (String) async throws -> String

    /// - Parameter fetch: downloads one page; it takes a while, and it may throw.
    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    /// The text of a page. Nothing is downloaded if it is there, or on its way.
    func page(_ path: String) async throws -> String {
        try await fetch(path)
    }
}
