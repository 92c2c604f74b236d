import ConcurrencyKit

final class Connection {
    private let call: @Sendable (String) throws -> String

    init(call: @escaping @Sendable (String) throws -> String) {
        self.call = call
    }

    func query(_ text: String) async throws -> String {
        try await toThread { [call] in try call(text) }
    }
}
