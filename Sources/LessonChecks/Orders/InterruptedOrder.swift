import ConcurrencyKit

/// Another order, with a call before each choice: between two turns, whatever the order would have run next.
final class InterruptedOrder: OrderSource {
    var reach: OrderReach { order.reach }
    private let order: any OrderSource
    private let call: () -> Void

    init(_ order: any OrderSource, beforeEach call: @escaping () -> Void) {
        self.order = order
        self.call = call
    }

    func next(of entries: ReadyEntries) -> Int {
        call()
        return order.next(of: entries)
    }
}
