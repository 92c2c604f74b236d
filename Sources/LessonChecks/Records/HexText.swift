/// Numbers as hexadecimal digits, which the standard library does not pad.
enum HexText {
    static func sixteenDigits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
