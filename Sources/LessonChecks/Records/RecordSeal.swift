/// Makes records that nobody can forge who does not know the nonce, and can be neither left out nor repeated.
///
/// A sealed record is a line: sixteen hexadecimal digits, a space, the record as JSON. The digits are a SipHash-2-4 of the
/// number of the record and its text under the key `nonce`. The learner's code runs in the program that writes the
/// records, and may read what has been written; it would have to search the memory of the program for the key.
///
///     var seal = RecordSeal(nonce: request.nonce)
///     for line in lines { if let json = seal.opened(line) { … } }
public struct RecordSeal: Sendable {
    private let key: (UInt64, UInt64)
    private var count: UInt64 = 0

    /// - Parameter nonce: 32 hexadecimal digits; what is not is no key that anybody can guess.
    public init(nonce: String) {
        let half = nonce.index(nonce.startIndex, offsetBy: 16, limitedBy: nonce.endIndex) ?? nonce.endIndex
        if nonce.utf8.count == 32, let high = UInt64(nonce[..<half], radix: 16),
            let low = UInt64(nonce[half...], radix: 16)
        {
            key = (high, low)
        } else {
            key = (.random(in: 0 ... .max), .random(in: 0 ... .max))
        }
    }

    /// The next record as a line, with its newline.
    public mutating func sealed(_ json: String) -> String {
        count += 1
        return "\(HexText.sixteenDigits(code(json, number: count))) \(json)\n"
    }

    /// The JSON of the next record, or nil if this line is none. Later ones can still be opened.
    ///
    /// - Parameter line: without its newline.
    public mutating func opened(_ line: some StringProtocol) -> String? {
        guard let space = line.firstIndex(of: " ") else { return nil }
        let json = String(line[line.index(after: space)...])
        guard line[..<space] == HexText.sixteenDigits(code(json, number: count + 1)) else { return nil }
        count += 1
        return json
    }

    private func code(_ json: String, number: UInt64) -> UInt64 {
        var hash = SipHash(key: key)
        hash.combine("\(number) \(json)")
        return hash.finalized
    }
}
