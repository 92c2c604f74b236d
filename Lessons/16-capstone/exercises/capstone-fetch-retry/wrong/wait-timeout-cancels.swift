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
    var attempt = 1
    var pause = pause
    while true {
        do {
            let task = createTask { try await get(page) }
            let done = try await wait(for: [task], timeout: limit).done
            if done.isEmpty { throw TimeoutError() }
            return try task.result()
        } catch is Unavailable where attempt < tries {
        } catch is TimeoutError where attempt < tries {
        }
        try await sleep(for: pause)
        pause *= 2
        attempt += 1
    }
}
