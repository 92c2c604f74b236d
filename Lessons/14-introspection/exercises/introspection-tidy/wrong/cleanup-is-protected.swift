import ConcurrencyKit

func tidily(_ body: () async throws -> Void) async throws -> [String] {
    let before = Set(EventLoop.running!.allTasks)
    var failure: (any Error)?
    do { try await body() } catch { failure = error }
    let left = EventLoop.running!.allTasks.filter { !before.contains($0) }
    for task in left { task.cancel() }
    if !left.isEmpty { try await wait(for: left) }
    if let failure { throw failure }
    return left.map(\.name)
}
