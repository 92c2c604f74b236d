import ConcurrencyKit

func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var firstSeen: [String: Duration] = [:]
    var told: Set<String> = []
    while true {
        let names = loop.allTasks.filter { $0 != LoopTask.current }.map(\.name)
        firstSeen = firstSeen.filter { names.contains($0.key) }
        for name in names {
            let since = firstSeen[name] ?? loop.time
            firstSeen[name] = since
            if loop.time - since >= patience, told.insert(name).inserted { tell(name) }
        }
        try await sleep(for: interval)
    }
}
