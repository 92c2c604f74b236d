import ConcurrencyKit

func serve(_ name: String, tidyUp: Int) async throws {
    do {
        try await sleep(for: .seconds(60))
    } catch let cancellation as CancelledError {
        try await sleep(for: .seconds(tidyUp))
        print("\(name) is tidy")
        throw cancellation
    }
}

try run {
    let servers = createTask {
        try await withLoopTaskGroup { group in
            try group.createTask { try await serve("red", tidyUp: 3) }
            try group.createTask { try await serve("green", tidyUp: 1) }
            try group.createTask { try await serve("blue", tidyUp: 2) }
        }
    }
    try await sleep(for: .seconds(1))
    servers.cancel()
    do {
        try await servers.value
    } catch is CancelledError {
        print("the group has ended")
    }
}
