import ConcurrencyKit

struct Down: Error {}

// slice: download
func download(
    from mirror: String,
    seconds: Int,
    works: Bool = true
) async throws -> String {
    defer { print("\(mirror) hangs up") }
    try await sleep(for: .seconds(seconds))
    if !works { throw Down() }
    return "file of \(mirror)"
}
// end

// slice: race
func firstGood(_ tasks: [LoopTask<String>]) async throws -> String? {
    var running = tasks
    var winner: String?
    while winner == nil, !running.isEmpty {
        let (done, pending) = try await wait(
            for: running,
            until: .firstCompleted
        )
        for task in done { winner = winner ?? (try? task.result()) }
        running = pending
    }
    for task in running { task.cancel() }
    if !running.isEmpty { _ = try await wait(for: running) }
    return winner
}

try run {
    let mirrors = [
        createTask(name: "Oslo") {
            try await download(from: "Oslo", seconds: 4)
        },
        createTask(name: "Rome") {
            try await download(from: "Rome", seconds: 1, works: false)
        },
        createTask(name: "Lima") {
            try await download(from: "Lima", seconds: 2)
        },
    ]
    print(try await firstGood(mirrors) ?? "no mirror works")
}
// end
