import ConcurrencyKit

/// The time on the wall, for budgets: a value, so that tests need not wait for it.
struct RealClock: Sendable {
    /// Since some moment, in nanoseconds.
    let nanoseconds: @Sendable () -> Int64

    static let system = RealClock { SystemClock.realNanoseconds }
}
