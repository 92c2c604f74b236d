import ConcurrencyKit

func serve(_ name: String, tidyUp: Int) async throws {
    do {
        try await sleep(for: .seconds(60))
    } catch let cancellation as CancelledError {
        print("\(name) is asked to stop")
        try await sleep(for: .seconds(tidyUp))
        print("\(name) is tidy")
        throw cancellation
    }
}

try run {
    let servers = gatherFuture(
        { try await serve("red", tidyUp: 3) },
        { try await serve("green", tidyUp: 1) },
        { try await serve("blue", tidyUp: 2) }
    )
    try await sleep(for: .seconds(1))
    servers.cancel()
    do {
        _ = try await servers.value
    } catch is CancelledError {
        print("gather has ended")
    }
    try await sleep(for: .seconds(5))
    print("main ends")
}
