/// A hash that stays the same over machines, versions and reformatting.
enum ContentHash {
    /// 64-bit FNV-1a (draft-eastlake-fnv) of the words, one space between them, as 16 hexadecimal digits.
    static func hash(_ texts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for text in texts {
            var isInWord = false
            for byte in text.utf8 {
                if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                    if isInWord { take(0x20) }
                    isInWord = false
                } else {
                    take(byte)
                    isInWord = true
                }
            }
            if isInWord { take(0x20) }
            // What is moved from one text to the next is a change.
            take(0)
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
