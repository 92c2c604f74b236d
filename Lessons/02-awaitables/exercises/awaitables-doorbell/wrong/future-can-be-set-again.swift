import ConcurrencyKit

final class Doorbell {
    private let rung = Future<Void>()

    func ring() throws {
        if !rung.done { try rung.setResult() }
    }

    func wait() async throws {
        try await rung.value
    }
}
