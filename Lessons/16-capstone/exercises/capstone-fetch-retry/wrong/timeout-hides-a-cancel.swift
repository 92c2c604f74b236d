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
            return try await request(page, within: limit, get)
        } catch is Unavailable where attempt < tries {
        } catch is TimeoutError where attempt < tries {
        }
        try await sleep(for: pause)
        pause *= 2
        attempt += 1
    }
}

func request(
    _ page: String,
    within limit: Duration,
    _ get: @escaping (String) async throws -> String
) async throws -> String {
    let task = createTask { try await get(page) }
    do { _ = try await wait(for: [task], timeout: limit) } catch {
        task.cancel()
        _ = try? await wait(for: [task])
        throw error
    }
    if task.done { return try task.result() }
    task.cancel()
    _ = try? await wait(for: [task])
    throw TimeoutError()
}
