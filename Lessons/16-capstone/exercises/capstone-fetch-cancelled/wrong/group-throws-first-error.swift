import ConcurrencyKit

/// A connection to the server of one page. Whoever opens it must close it.
protocol Connection {
    func get() async throws -> String

    /// Says goodbye, which takes a while. Cut short, it leaves the connection open.
    func close() async throws
}

func fetchAll(
    _ pages: [String],
    open: @escaping (String) async throws -> any Connection
) async throws -> [String] {
    let fetches = try await withLoopTaskGroup { group in
        try pages.map { page in
            try group.createTask { try await fetch(page, open: open) }
        }
    }
    return try fetches.map { fetch in try fetch.result() }
}

func fetch(
    _ page: String,
    open: (String) async throws -> any Connection
) async throws -> String {
    let connection = try await open(page)
    let text: Result<String, any Error>
    do { text = .success(try await connection.get()) } catch { text = .failure(error) }
    try await close(connection)
    return try text.get()
}

/// Closes it. A cancellation waits until that is done.
func close(_ connection: any Connection) async throws {
    let closing = createTask { try await connection.close() }
    var stop: CancelledError?
    while !closing.done {
        do { try await wait(for: [closing]) } catch let error as CancelledError { stop = error }
    }
    if let stop { throw stop }
    try closing.result()
}
