import ConcurrencyKit

final class Connection {
    private let call: @Sendable (String) throws -> String
    private var last: LoopTask<String>?

    init(call: @escaping @Sendable (String) throws -> String) {
        self.call = call
    }

    func query(_ text: String) async throws -> String {
        let work = createTask { [call, last] in
            if let last { try await wait(for: [last]) }
            return try await toThread { try call(text) }
        }
        last = work
        do {
            return try await shield(work).value
        } catch let cancellation as CancelledError {
            try await wait(for: [work])
            throw cancellation
        }
    }
}
