import ConcurrencyKit

struct ShopIsClosed: Error {}

final class Shop {
    private let pay: (String) async throws -> String
    private var payments: [LoopTask<String>] = []
    private var receipts: [String] = []
    private var isClosed = false

    init(pay: @escaping (String) async throws -> String) {
        self.pay = pay
    }

    func buy(_ order: String) async throws -> String {
        guard !isClosed else { throw ShopIsClosed() }
        let payment = createTask(name: "payment of \(order)") {
            let receipt = try await self.pay(order)
            self.receipts.append(receipt)
            return receipt
        }
        payments.append(payment)
        return try await shield(payment).value
    }

    func close() async throws -> [String] {
        isClosed = true
        _ = try await gatherResults(payments.map { payment in shield(payment) })
        return receipts
    }
}
