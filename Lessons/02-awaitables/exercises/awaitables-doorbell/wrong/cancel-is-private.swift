import ConcurrencyKit

final class Doorbell {
    private var next = Future<Void>()

    func ring() throws {
        if !next.done { try next.setResult() }
        next = Future<Void>()
    }

    func wait() async throws {
        try await next.value
    }
}
