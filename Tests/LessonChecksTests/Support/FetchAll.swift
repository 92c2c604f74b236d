import ConcurrencyKit

typealias Fetch = (String) async throws -> String

/// A learner's solution of an exercise, and typical wrong ones.
enum FetchAll {
    static func right(_ pages: [String], with fetch: @escaping Fetch) async throws -> [String] {
        try await gather(pages.map { page in createTask(name: "fetch-\(page)") { try await fetch(page) } })
    }

    static func oneAfterTheOther(_ pages: [String], with fetch: @escaping Fetch) async throws -> [String] {
        var texts: [String] = []
        for page in pages { texts.append(try await fetch(page)) }
        return texts
    }

    static func asTheyEnd(_ pages: [String], with fetch: @escaping Fetch) async throws -> [String] {
        var texts: [String] = []
        _ = try await gather(
            pages.map { page in createTask(name: "fetch-\(page)") { texts.append(try await fetch(page)) } }
        )
        return texts
    }

    static func awaitsTheFirstOnly(_ pages: [String], with fetch: @escaping Fetch) async throws -> [String] {
        let tasks = pages.map { page in createTask(name: "fetch-\(page)") { try await fetch(page) } }
        let first = try await tasks[0].value
        return [first] + pages.dropFirst().map { $0.uppercased() }
    }

    static func swallows(_ pages: [String], with fetch: @escaping Fetch) async throws -> [String] {
        do { return try await right(pages, with: fetch) } catch { return [] }
    }
}
