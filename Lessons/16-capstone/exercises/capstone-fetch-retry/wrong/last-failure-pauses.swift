import ConcurrencyKit

/// The server has too much to do. It may go better next time.
struct Unavailable: Error {}

/// There is no such page, and there will be none next time.
struct NotFound: Error {}

func fetch(
    _ page: String,
    tries: Int,
    within limit: Duration,
    pause: Duration,
    with get: @escaping (String) async throws -> String
) async throws -> String {
    var pause = pause
    var last: any Error = Unavailable()
    for _ in 1...tries {
        do {
            return try await timeout(after: limit) { try await get(page) }
        } catch let error as Unavailable {
            last = error
        } catch let error as TimeoutError {
            last = error
        }
        try await sleep(for: pause)
        pause *= 2
    }
    throw last
}
