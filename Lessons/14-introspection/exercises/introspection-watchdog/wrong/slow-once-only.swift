import ConcurrencyKit

func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var firstSeen: [LoopTask<Any>: Duration] = [:]
    while true {
        let tasks = loop.allTasks.filter { $0 != LoopTask.current }
        firstSeen = firstSeen.filter { tasks.contains($0.key) }
        for task in tasks {
            let since = firstSeen[task] ?? loop.time
            firstSeen[task] = since
            if loop.time - since >= patience { tell(task.name) }
        }
        try await sleep(for: interval)
    }
}
