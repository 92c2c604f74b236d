import ConcurrencyKit

/// Thrown to whoever wants to buy when the shop closes, or has closed.
struct ShopIsClosed: Error {}

/// Sells to customers, and loses no payment.
final class Shop {
    private let pay: (String) async throws -> String

    /// - Parameter pay: pays for an order, and returns the receipt; it takes a while, and it may throw.
    init(pay: @escaping (String) async throws -> String) {
        self.pay = pay
    }

    /// The receipt for an order. Each customer is a task that calls this.
    func buy(_ order: String) async throws -> String {
        // A customer who leaves must not take the payment along.
        try await pay(order)
    }

    /// From this call on, the shop sells nothing more. It waits for the payments that are
    /// under way.
    ///
    /// - Returns: the receipts of all orders that were paid, in the order in which they were bought.
    func close() async throws -> [String] {
        []
    }
}
