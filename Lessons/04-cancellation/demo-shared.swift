import ConcurrencyKit

func connect() async throws {
    try await sleep(for: .seconds(60))
}

try run {
    let connection = createTask { try await connect() }
    let page = createTask { try await connection.value }
    let other = createTask { try await connection.value }
    try await sleep(for: .seconds(1))
    page.cancel()
    do {
        try await other.value
    } catch is CancelledError {
        print("the other page is cancelled")
    }
    print("requests to it: \(other.cancelling)")
}
