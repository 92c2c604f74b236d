import ConcurrencyKit

func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var firstSeen: [LoopTask<Any>: Duration] = [:]
    var told: Set<LoopTask<Any>> = []
    var isOver = false
    while !isOver {
        let tasks = loop.allTasks.filter { $0 != LoopTask.current }
        firstSeen = firstSeen.filter { tasks.contains($0.key) }
        told.formIntersection(tasks)
        for task in tasks {
            let since = firstSeen[task] ?? loop.time
            firstSeen[task] = since
            if loop.time - since >= patience, told.insert(task).inserted { tell(task.name) }
        }
        do { try await sleep(for: interval) } catch { isOver = true }
    }
}
