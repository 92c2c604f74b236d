import ConcurrencyKit

func retry<Output>(
    tries: Int,
    pausing pause: Duration,
    _ work: @escaping () async throws -> Output
) async throws -> Output {
    var pause = pause
    for _ in 1..<tries {
        do {
            return try await work()
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            try? await sleep(for: pause)
            pause *= 2
        }
    }
    return try await work()
}
