import ConcurrencyKit

func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    let heart = createTask(name: "heart") {
        while true {
            try await sleep(for: interval)
            try await beat()
        }
    }
    defer { heart.cancel() }
    return try await work()
}
