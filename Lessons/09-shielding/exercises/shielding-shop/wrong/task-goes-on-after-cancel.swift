import ConcurrencyKit

struct ShopIsClosed: Error {}

final class Shop {
    private let pay: (String) async throws -> String
    private var payments: [LoopTask<String>] = []
    private var receipts: [Int: String] = [:]
    private var isClosed = false

    init(pay: @escaping (String) async throws -> String) {
        self.pay = pay
    }

    func buy(_ order: String) async throws -> String {
        guard !isClosed else { throw ShopIsClosed() }
        let payment = createTask(name: "payment of \(order)") { try await self.pay(order) }
        let place = payments.count
        payments.append(payment)
        let receipt = try await shield(payment).value
        receipts[place] = receipt
        return receipt
    }

    func close() async throws -> [String] {
        isClosed = true
        _ = try await gatherResults(payments.map { payment in shield(payment) })
        return receipts.sorted { $0.key < $1.key }.map(\.value)
    }
}
