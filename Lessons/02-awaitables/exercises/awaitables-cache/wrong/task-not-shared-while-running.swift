import ConcurrencyKit

final class PageCache {
    private let fetch: (String) async throws -> String
    private var texts: [String: String] = [:]

    init(fetch: @escaping (String) async throws -> String) {
        self.fetch = fetch
    }

    func page(_ path: String) async throws -> String {
        if let text = texts[path] { return text }
        let text = try await fetch(path)
        texts[path] = text
        return text
    }
}
