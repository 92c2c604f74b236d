import ConcurrencyKit

struct NotFound: Error {}

func open(_ path: String) async throws -> String {
    print("opening \(path)")
    throw NotFound()
}

try run {
    EventLoop.running!.taskFactory = .eager
    do {
        let file = createTask { try await open("/old") }
        print("task made, done: \(file.done)")
        print(try await file.value)
    } catch is NotFound {
        print("not found")
    }
}
