import ConcurrencyKit

/// Tasks wait at it until somebody rings.
final class Doorbell {
    /// Wakes all that wait now, in the order in which they came.
    func ring() throws {
    }

    /// Waits until it rings the next time.
    func wait() async throws {
    }
}
