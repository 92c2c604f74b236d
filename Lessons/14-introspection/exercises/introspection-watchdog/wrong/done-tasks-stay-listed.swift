import ConcurrencyKit

func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var firstSeen: [LoopTask<Any>: Duration] = [:]
    var told: Set<LoopTask<Any>> = []
    while true {
        for task in loop.allTasks where task != LoopTask.current && firstSeen[task] == nil {
            firstSeen[task] = loop.time
        }
        for (task, since) in firstSeen.sorted(by: { $0.value < $1.value })
        where loop.time - since >= patience && told.insert(task).inserted {
            tell(task.name)
        }
        try await sleep(for: interval)
    }
}
