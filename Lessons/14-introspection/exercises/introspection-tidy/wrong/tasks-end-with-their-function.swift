import ConcurrencyKit

func tidily(_ body: () async throws -> Void) async throws -> [String] {
    let before = Set(EventLoop.running!.allTasks)
    try await body()
    let left = EventLoop.running!.allTasks.filter { !before.contains($0) }
    guard !left.isEmpty else { return [] }
    for task in left { task.cancel() }
    try await wait(for: left)
    return left.map(\.name)
}
