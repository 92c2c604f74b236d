import ConcurrencyKit

final class Doorbell {
    private var waiting: [Future<Void>] = []

    func ring() throws {
        for visitor in waiting { try visitor.setResult() }
        waiting = []
    }

    func wait() async throws {
        let visitor = Future<Void>()
        waiting.append(visitor)
        try await visitor.value
    }
}
