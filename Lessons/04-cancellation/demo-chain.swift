import ConcurrencyKit

func connect() async throws {
    defer { print("connection closed") }
    try await sleep(for: .seconds(60))
}

func load() async throws {
    defer { print("page closed") }
    let connection = createTask(name: "connection") { try await connect() }
    try await connection.value
}

try run {
    let page = createTask(name: "page") { try await load() }
    try await sleep(for: .seconds(1))
    page.cancel()
    do {
        try await page.value
    } catch is CancelledError {
        print("window closed")
    }
}
