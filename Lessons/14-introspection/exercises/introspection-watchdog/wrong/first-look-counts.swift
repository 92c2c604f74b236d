import ConcurrencyKit

func watch(
    every interval: Duration,
    patience: Duration,
    tell: (String) -> Void
) async throws {
    let loop = EventLoop.running!
    var told: Set<LoopTask<Any>> = []
    while true {
        try await sleep(for: patience)
        let tasks = loop.allTasks.filter { $0 != LoopTask.current }
        told.formIntersection(tasks)
        for task in tasks where told.insert(task).inserted {
            tell(task.name)
        }
    }
}
