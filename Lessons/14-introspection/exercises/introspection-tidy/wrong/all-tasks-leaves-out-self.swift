import ConcurrencyKit

func tidily(_ body: () async throws -> Void) async throws -> [String] {
    try await body()
    let left = EventLoop.running!.allTasks
    for task in left { task.cancel() }
    try await wait(for: left)
    return left.map(\.name)
}
