import ConcurrencyKit

final class Doorbell {
    private var next: Future<Void>?

    func ring() throws {
        try next?.setResult()
        next = nil
    }

    func wait() async throws {
        let visitor = Future<Void>()
        next = visitor
        try await visitor.value
    }
}
