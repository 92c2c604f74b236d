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
    var attempt = 1
    while true {
        do {
            return try await timeout(after: limit) { try await get(page) }
        } catch let stop as CancelledError { throw stop } catch  where attempt < tries {}
        try await sleep(for: pause)
        pause *= 2
        attempt += 1
    }
}
