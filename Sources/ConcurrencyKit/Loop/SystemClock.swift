#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The system's monotonic clock. Its origin means nothing.
package enum SystemClock {
    static var nanoseconds: Int64 { read(CLOCK_MONOTONIC) }

    /// For measuring how long something really took: real even where the module Takeover makes the other one virtual.
    package static var realNanoseconds: Int64 { read(CLOCK_MONOTONIC_RAW) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension Duration {
    /// The nearest whole nanosecond, because `.seconds(0.57)` is some attoseconds less than `.milliseconds(570)`;
    /// saturates at about 292 years.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        let half: Int64 = attoseconds < 0 ? -500_000_000 : 500_000_000
        let (sum, carried) = product.addingReportingOverflow((attoseconds + half) / 1_000_000_000)
        return carried ? (seconds < 0 ? .min : .max) : sum
    }
}

func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
