import ConcurrencyKit

func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    let loop = EventLoop.running!
    var next = loop.time
    createTask(name: "heart") {
        while true {
            next += interval
            try await sleep(for: next - loop.time)
            try await beat()
        }
    }
    return try await work()
}
