import ConcurrencyKit

/// Tasks wait at it until somebody rings.
final class Doorbell {
    private var waiting: [Future<Void>] = []

    /// Wakes all that wait now, in the order in which they came.
    func ring() throws {
        // Whoever has been cancelled is done already.
        for visitor in waiting where !visitor.done { try visitor.setResult() }
        waiting = []
    }

    /// Waits until it rings the next time.
    func wait() async throws {
        let visitor = Future<Void>()
        waiting.append(visitor)
        try await visitor.value
    }
}
