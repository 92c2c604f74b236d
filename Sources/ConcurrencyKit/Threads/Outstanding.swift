import Synchronization

/// How many threads work for a loop just now. A virtual clock may not jump over what they are doing.
final class Outstanding: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .sequentiallyConsistent) }
    func add(_ difference: Int) { number.add(difference, ordering: .sequentiallyConsistent) }
    func subtract(_ difference: Int) { number.subtract(difference, ordering: .sequentiallyConsistent) }
}
