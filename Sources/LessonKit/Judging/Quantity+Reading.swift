extension Quantity {
    /// What a written quantity turned out to be.
    enum Reading: Equatable {
        case quantity(Quantity)
        /// `1,500` is 1.5 to one reader and 1500 to another.
        case ambiguous(String)
        case none
    }

    /// Reads `1s`, `1000 ms`, `1.0`, `1,5`, `2 min`, `1 min 30 s`, `3 tasks`, `1_000`.
    ///
    /// A comma is a decimal sign, but where exactly three digits follow it, it is ambiguous (unless `0` stands before
    /// it). Quotes around and punctuation behind the whole do not count.
    static func reading(_ text: String) -> Reading {
        let trimmed = Meaning.unwrapped(text)
        guard trimmed.utf8.count <= 100 else { return .none }
        var rest = Array(trimmed.unicodeScalars)[...]
        var total: Quantity?
        while !rest.isEmpty {
            let number: Double
            switch takeNumber(&rest) {
            case .number(let value): number = value
            case .ambiguous(let digits): return .ambiguous(digits)
            case .none: return .none
            }
            rest = rest.drop(while: \.isUnicodeWhitespace)
            let word = rest.prefix { !$0.isUnicodeWhitespace && !$0.isASCIIDigit }
            rest = rest[word.endIndex...].drop(while: \.isUnicodeWhitespace)
            let part = Quantity(number, unit: word.string)
            if let sum = total {
                // Only times are written in parts: "1 min 30 s".
                guard sum.unit == .time, part.unit == .time else { return .none }
                total = Quantity(amount: sum.amount + part.amount, unit: .time)
            } else {
                total = part
            }
        }
        return total.map(Reading.quantity) ?? .none
    }

    private init(_ number: Double, unit: String) {
        let unit = unit.lowercased()
        if unit.isEmpty {
            self.init(amount: number, unit: .none)
        } else if let nanoseconds = Self.nanoseconds[unit] {
            self.init(amount: number * nanoseconds, unit: .time)
        } else {
            self.init(amount: number, unit: .word(unit))
        }
    }

    private static let nanoseconds: [String: Double] = [
        "ns": 1, "nanosecond": 1, "nanoseconds": 1,
        "us": 1e3, "µs": 1e3, "μs": 1e3, "microsecond": 1e3, "microseconds": 1e3,
        "ms": 1e6, "msec": 1e6, "millisecond": 1e6, "milliseconds": 1e6,
        "s": 1e9, "sec": 1e9, "secs": 1e9, "second": 1e9, "seconds": 1e9,
        "m": 6e10, "min": 6e10, "mins": 6e10, "minute": 6e10, "minutes": 6e10,
        "h": 3.6e12, "hr": 3.6e12, "hour": 3.6e12, "hours": 3.6e12,
    ]

    private enum Number {
        case number(Double)
        case ambiguous(String)
        case none
    }

    private static func takeNumber(_ rest: inout ArraySlice<Unicode.Scalar>) -> Number {
        var sign = ""
        if let first = rest.first, first == "-" || first == "+" || first == "\u{2212}" {
            sign = first == "+" ? "" : "-"
            rest = rest.dropFirst()
        }
        let digits = rest.prefix { $0.isASCIIDigit || $0 == "." || $0 == "," || $0 == "_" }.string
        rest = rest.dropFirst(digits.unicodeScalars.count)
        let plain = digits.filter { $0 != "_" }
        let marks = plain.filter { $0 == "." || $0 == "," }
        guard marks.count <= 1 else { return marks.contains(",") ? .ambiguous(digits) : .none }
        let parts = plain.split(whereSeparator: { $0 == "." || $0 == "," })
        guard !parts.isEmpty else { return .none }
        if marks == ",", parts.count == 2, parts[1].count == 3, parts[0] != "0" { return .ambiguous(digits) }
        let written = plain.first == "." || plain.first == "," ? "0." + parts[0] : parts.joined(separator: ".")
        guard let value = Double(sign + written), value.isFinite else { return .none }
        return .number(value)
    }

    /// Whether both mean the same, give or take the tolerance and the last bits of a floating-point number.
    func isSame(as other: Quantity, tolerance: Double = 0) -> Bool {
        unit == other.unit
            && abs(amount - other.amount) <= tolerance + 1e-9 * max(abs(amount), abs(other.amount))
    }

    /// This quantity as an answer where `key` is expected: a bare number takes the key's unit (seconds for a time),
    /// and a word behind a bare key does not count. Nil where the units contradict each other.
    func asAnswer(to key: Quantity) -> Quantity? {
        switch (unit, key.unit) {
        case (.time, .time), (.none, .none): self
        case (.none, .time): Quantity(amount: amount * 1e9, unit: .time)
        case (.none, .word), (.word, .none): Quantity(amount: amount, unit: key.unit)
        case (.word(let a), .word(let b)):
            a == b || a + "s" == b || a == b + "s" ? Quantity(amount: amount, unit: key.unit) : nil
        case (.time, _), (_, .time): nil
        }
    }
}

extension Quantity: CustomStringConvertible {
    /// `1.5 s`, `250 ms`, `3 tasks`, `42`.
    public var description: String {
        switch unit {
        case .none: Self.plain(amount)
        case .word(let word): "\(Self.plain(amount)) \(word)"
        case .time:
            if amount != 0, abs(amount) < 1e6 {
                "\(Self.plain(amount)) ns"
            } else if amount != 0, abs(amount) < 1e9 {
                "\(Self.plain(amount / 1e6)) ms"
            } else {
                "\(Self.plain(amount / 1e9)) s"
            }
        }
    }

    private static func plain(_ number: Double) -> String {
        abs(number) < 1e15 && number == number.rounded() ? String(Int64(number)) : String(number)
    }
}
