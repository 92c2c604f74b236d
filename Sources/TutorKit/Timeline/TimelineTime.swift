/// Nanoseconds in a person's words.
struct TimelineTime {
    let clock: Timeline.Clock

    /// In milliseconds, without the unit: "150", "0.5". Virtual times are exact. Measured ones are rounded to a tenth
    /// of a millisecond, or to a microsecond where they are shorter than 10 ms.
    func milliseconds(_ nanoseconds: Int64) -> String {
        guard clock == .continuous else { return TimelineTime.exact(nanoseconds) }
        let unit: Int64 = nanoseconds < 10_000_000 ? 1_000 : 100_000
        let (rest, quotient) = (nanoseconds % unit, nanoseconds / unit)
        return TimelineTime.exact((quotient + (rest * 2 >= unit && quotient < Int64.max / unit ? 1 : 0)) * unit)
    }

    /// "150 ms"
    func text(_ nanoseconds: Int64) -> String { "\(milliseconds(nanoseconds)) ms" }

    /// "3 s", "1.5 s", "150 ms": seconds from one second on.
    func inWords(_ nanoseconds: Int64) -> String {
        guard nanoseconds >= 1_000_000_000 else { return text(nanoseconds) }
        let seconds = TimelineTime.exact(nanoseconds / 1_000)
        return clock == .virtual && nanoseconds % 1_000 != 0 ? text(nanoseconds) : "\(seconds) s"
    }

    /// "150", "0.000001"
    static func exact(_ nanoseconds: Int64) -> String {
        let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest != 0 else { return "\(whole)" }
        let digits = String(rest)
        var fraction = Substring(String(repeating: "0", count: 6 - digits.count) + digits)
        while fraction.last == "0" { fraction.removeLast() }
        return "\(whole).\(fraction)"
    }
}
