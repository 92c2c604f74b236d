import ConcurrencyKit

/// What `work` returns. While it runs, `beat` is called again and again: one interval after
/// the start, two intervals after it, three, and so on.
///
/// - Parameters:
///   - interval: longer than a beat takes.
///   - beat: takes a while. It throws nothing unless it is cancelled.
/// - Throws: the error of `work`.
func withHeartbeat<Output>(
    every interval: Duration,
    _ beat: @escaping () async throws -> Void,
    during work: @escaping () async throws -> Output
) async throws -> Output {
    let loop = EventLoop.running!
    var next = loop.time
    let heart = createTask(name: "heart") {
        while true {
            next += interval
            try await sleep(for: next - loop.time)
            try await beat()
        }
    }
    defer { heart.cancel() }
    return try await work()
}
