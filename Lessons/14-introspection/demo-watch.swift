import ConcurrencyKit

// slice: main
func watch() async throws {
    var seen: Set<LoopTask<Any>> = []
    while true {
        try await sleep(for: .seconds(2))
        let requests = EventLoop.running!.allTasks.filter {
            $0.name.hasPrefix("request")
        }
        for request in requests where seen.contains(request) {
            print("\(request.name) is slow")
        }
        seen = Set(requests)
    }
}

try run {
    createTask(name: "watch", watch)
    let requests = [1, 5, 7].map { seconds in
        createTask(name: "request of \(seconds) s") {
            try await sleep(for: .seconds(seconds))
        }
    }
    try await gather(requests)
    print("all are served")
}
// end
