/// In which order a loop takes what is ready.
public enum LoopOrder: Sendable, Equatable {
    /// asyncio's: first in, first out.
    case fifo
    /// A choice at random among what was ready when the iteration began: another schedule that a program must be able to
    /// live with if it leans on nothing but what it awaits. The same seed gives the same schedule.
    case shuffled(seed: UInt64)

    /// Shuffled by what `CONCURRENCYKIT_SEED` says (a number), else first in, first out.
    public static var fromEnvironment: LoopOrder {
        environmentVariable("CONCURRENCYKIT_SEED").flatMap(UInt64.init).map { .shuffled(seed: $0) } ?? .fifo
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, seeded, and good enough to pick from a queue.
package struct Shuffler {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// 0 ..< bound.
    package mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
    }
}
