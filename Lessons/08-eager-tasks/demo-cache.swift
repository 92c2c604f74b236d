import ConcurrencyKit

// slice: main
let cache = ["/home": "welcome", "/help": "ask a friend"]

func page(_ path: String) async throws -> String {
    if let text = cache[path] { return text }
    print("download of \(path)")
    try await sleep(for: .seconds(2))
    return "the text of \(path)"
}

try run {
    EventLoop.running!.taskFactory = .eager
    let tasks = ["/home", "/news", "/help"].map { path in
        createTask { try await page(path) }
    }
    for task in tasks {
        print("done: \(task.done)")
    }
    for text in try await gather(tasks) {
        print(text)
    }
}
// end
