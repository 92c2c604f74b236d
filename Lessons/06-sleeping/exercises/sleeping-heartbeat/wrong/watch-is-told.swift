import ConcurrencyKit

func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    let loop = EventLoop.running!
    var next = loop.time
    var hasEnded = false
    let heart = createTask(name: "heart") {
        while !hasEnded {
            next += interval
            try await sleep(for: next - loop.time)
            if !hasEnded { try await beat() }
        }
    }
    do {
        let output = try await work()
        hasEnded = true
        try await heart.value
        return output
    } catch {
        heart.cancel()
        throw error
    }
}
