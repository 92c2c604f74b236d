import ConcurrencyKit

final class Doorbell {
    private var rings = 0

    func ring() throws {
        rings += 1
    }

    func wait() async throws {
        let before = rings
        while rings == before { try await sleep(for: .milliseconds(10)) }
    }
}
