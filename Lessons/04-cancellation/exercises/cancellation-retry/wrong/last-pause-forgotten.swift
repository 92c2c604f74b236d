import ConcurrencyKit

func retry<Output>(
    tries: Int,
    pausing pause: Duration,
    _ work: @escaping () async throws -> Output
) async throws -> Output {
    var pause = pause
    var attempt = 1
    while true {
        do {
            return try await work()
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            try await sleep(for: pause)
            pause *= 2
            attempt += 1
            if attempt > tries { throw error }
        }
    }
}
