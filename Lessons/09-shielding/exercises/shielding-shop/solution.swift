import ConcurrencyKit

/// Thrown to whoever wants to buy when the shop closes, or has closed.
struct ShopIsClosed: Error {}

/// Sells to customers, and loses no payment.
final class Shop {
    private let pay: (String) async throws -> String
    private var payments: [LoopTask<String>] = []
    private var isClosed = false

    /// - Parameter pay: pays for an order, and returns the receipt; it takes a while, and it may throw.
    init(pay: @escaping (String) async throws -> String) {
        self.pay = pay
    }

    /// The receipt for an order. Each customer is a task that calls this.
    func buy(_ order: String) async throws -> String {
        guard !isClosed else { throw ShopIsClosed() }
        let payment = createTask(name: "payment of \(order)") { try await self.pay(order) }
        payments.append(payment)
        return try await shield(payment).value
    }

    /// From this call on, the shop sells nothing more. It waits for the payments that are
    /// under way.
    ///
    /// - Returns: the receipts of all orders that were paid, in the order in which they were bought.
    func close() async throws -> [String] {
        isClosed = true
        let results = try await gatherResults(payments.map { payment in shield(payment) })
        return results.compactMap { result in try? result.get() }
    }
}
