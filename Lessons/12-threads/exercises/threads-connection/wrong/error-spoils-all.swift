import ConcurrencyKit

final class Connection {
    private let call: @Sendable (String) throws -> String
    private var last: LoopTask<String>?

    init(call: @escaping @Sendable (String) throws -> String) {
        self.call = call
    }

    func query(_ text: String) async throws -> String {
        let work = createTask { [call, last] in
            _ = try await last?.value
            return try await toThread { try call(text) }
        }
        last = work
        return try await shield(work).value
    }
}
