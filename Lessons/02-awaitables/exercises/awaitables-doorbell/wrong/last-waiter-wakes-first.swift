import ConcurrencyKit

final class Doorbell {
    private var waiting: [Future<Void>] = []

    func ring() throws {
        while let visitor = waiting.popLast() {
            if !visitor.done { try visitor.setResult() }
        }
    }

    func wait() async throws {
        let visitor = Future<Void>()
        waiting.append(visitor)
        try await visitor.value
    }
}
