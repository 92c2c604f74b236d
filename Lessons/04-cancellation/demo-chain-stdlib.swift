func connect() async throws {
    defer { print("connection closed") }
    try await Task.sleep(for: .seconds(60))
    print("a minute has passed")
}

func load() async throws {
    defer { print("page closed") }
    let connection = Task { try await connect() }
    try await connection.value
}

let page = Task { try await load() }
try await Task.sleep(for: .seconds(1))
page.cancel()
do {
    try await page.value
    print("the page has loaded")
} catch is CancellationError {
    print("window closed")
}
