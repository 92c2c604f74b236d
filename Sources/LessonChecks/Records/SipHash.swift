/// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash that cannot be computed without the key. The standard
/// library's `Hasher` has a key of its own in each process.
struct SipHash {
    private var v: (UInt64, UInt64, UInt64, UInt64)
    private var tail: UInt64 = 0
    private var count = 0

    init(key: (UInt64, UInt64)) {
        v = (
            key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d, key.0 ^ 0x6c79_6765_6e65_7261,
            key.1 ^ 0x7465_6462_7974_6573
        )
    }

    mutating func combine(_ text: String) { for byte in text.utf8 { combine(byte) } }

    mutating func combine(_ byte: UInt8) {
        tail |= UInt64(byte) << (8 * UInt64(count & 7))
        count += 1
        if count & 7 == 0 {
            mix(tail)
            tail = 0
        }
    }

    var finalized: UInt64 {
        var copy = self
        copy.mix(tail | UInt64(count & 0xff) << 56)
        copy.v.2 ^= 0xff
        for _ in 0..<4 { copy.round() }
        return copy.v.0 ^ copy.v.1 ^ copy.v.2 ^ copy.v.3
    }

    private mutating func mix(_ word: UInt64) {
        v.3 ^= word
        round()
        round()
        v.0 ^= word
    }

    private mutating func round() {
        v.0 &+= v.1
        v.2 &+= v.3
        v.1 = Self.rotated(v.1, 13) ^ v.0
        v.3 = Self.rotated(v.3, 16) ^ v.2
        v.0 = Self.rotated(v.0, 32)
        v.2 &+= v.1
        v.0 &+= v.3
        v.1 = Self.rotated(v.1, 17) ^ v.2
        v.3 = Self.rotated(v.3, 21) ^ v.0
        v.2 = Self.rotated(v.2, 32)
    }

    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
