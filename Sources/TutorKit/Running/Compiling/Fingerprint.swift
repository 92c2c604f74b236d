import Foundation

/// 128 bits that stand for a list of values: equal lists have equal fingerprints, different ones in practice do not.
///
/// FNV-1a (RFC 9923). Each value is preceded by its length, so that ["ab", "c"] is not ["a", "bc"]. Not for keeping
/// out someone who wants a collision.
struct Fingerprint: Sendable, Hashable, Codable {
    private let high: UInt64
    private let low: UInt64

    init(_ build: (inout Builder) -> Void) {
        var builder = Builder()
        build(&builder)
        high = UInt64(truncatingIfNeeded: builder.hash >> 64)
        low = UInt64(truncatingIfNeeded: builder.hash)
    }

    /// 32 hexadecimal digits, which is also a file name.
    var hex: String {
        [high, low].map { part in
            let digits = String(part, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    struct Builder {
        fileprivate var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

        mutating func add(_ text: String) {
            addBytes(withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { Array($0) })
            addBytes(text.utf8)
        }

        mutating func add(_ fingerprint: Fingerprint) { add(fingerprint.hex) }

        /// What tells a file from its other versions: path, size and time of change. A missing file has a stamp too.
        mutating func add(stampOf path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return add("\(path) -") }
            #if canImport(Darwin)
                let changed = status.st_mtimespec
            #else
                let changed = status.st_mtim
            #endif
            add("\(path) \(status.st_size) \(changed.tv_sec).\(changed.tv_nsec)")
        }

        private mutating func addBytes(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
            }
        }
    }
}
