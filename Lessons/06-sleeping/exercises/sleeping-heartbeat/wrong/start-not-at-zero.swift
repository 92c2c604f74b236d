import ConcurrencyKit

func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    let loop = EventLoop.running!
    var next = loop.time
    let heart = createTask(name: "heart") {
        while true {
            try await beat()
            next += interval
            try await sleep(for: next - loop.time)
        }
    }
    defer { heart.cancel() }
    return try await work()
}
