import ConcurrencyKit

func tidily(_ body: () async throws -> Void) async throws -> [String] {
    let before = Set(EventLoop.running!.allTasks)
    var names: [String] = []
    var failure: (any Error)?
    do { try await body() } catch { failure = error }
    while true {
        let left = EventLoop.running!.allTasks.filter { !before.contains($0) }
        if left.isEmpty { break }
        for task in left { task.cancel() }
        if names.isEmpty { names = left.map(\.name) }
        do { try await wait(for: left) } catch { failure = error }
    }
    if let failure { throw failure }
    return names
}
