import Synchronization

/// Counts the bodies that have begun and not ended: one that is never resumed keeps its frame, and is counted for ever.
final class Census: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .relaxed) }

    func enter() -> Entry {
        number.add(1, ordering: .relaxed)
        return Entry(census: self)
    }

    struct Entry {
        fileprivate let census: Census
        func leave() { census.number.subtract(1, ordering: .relaxed) }
    }
}
