import ConcurrencyKit

/// Looks at all other tasks every `interval`, for as long as it runs, and tells the
/// names of those that take too long.
///
/// The first look is at once. A task takes too long if it was seen `patience` ago,
/// or earlier, and is still not done. Each task is told once.
func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var firstSeen: [LoopTask<Any>: Duration] = [:]
    var told: Set<LoopTask<Any>> = []
    while true {
        let tasks = loop.allTasks.filter { $0 != LoopTask.current }
        // Who is done is forgotten.
        firstSeen = firstSeen.filter { tasks.contains($0.key) }
        told.formIntersection(tasks)
        for task in tasks {
            guard let since = firstSeen[task] else {
                firstSeen[task] = loop.time
                continue
            }
            if loop.time - since >= patience, told.insert(task).inserted {
                tell(task.name)
            }
        }
        try await sleep(for: interval)
    }
}
