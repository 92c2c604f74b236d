/// Finds the places of calls in a source's text, because a parse has no places for expressions.
///
/// The first call of a name in a block gets the first place there where the name stands with a bracket behind it, the
/// second the second, and so on.
struct CallPlaces {
    private let bytes: [UInt8]
    private let lineStarts: [Int]
    /// By name, where it stands as a word outside of comments.
    private var words: [String: [Int]] = [:]
    private var taken: Set<Int> = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        words = Self.words(bytes)
    }

    /// 1-based.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The beginning of `range` if the name is not found in it.
    mutating func next(_ name: String, in range: ClosedRange<Int>) -> (line: Int, offset: Int) {
        let free = (words[name] ?? []).filter { range.contains($0) && !taken.contains($0) }
        guard let offset = free.first(where: { isCalled(at: $0 + name.utf8.count) }) ?? free.first else {
            return (line(at: range.lowerBound), range.lowerBound)
        }
        taken.insert(offset)
        return (line(at: offset), offset)
    }

    /// A bracket or a closure follows, or the types of a generic call.
    private func isCalled(at end: Int) -> Bool {
        bytes[end...].first { $0 != UInt8(ascii: " ") }.map { "({<".utf8.contains($0) } ?? false
    }

    private static func words(_ bytes: [UInt8]) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        var at = 0
        func isWord(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        while at < bytes.count {
            if bytes[at...].starts(with: "//".utf8) {
                while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
            } else if bytes[at...].starts(with: "/*".utf8) {
                at += 2
                while at < bytes.count, !bytes[at...].starts(with: "*/".utf8) { at += 1 }
            } else if isWord(bytes[at]) {
                let start = at
                while at < bytes.count, isWord(bytes[at]) { at += 1 }
                found[String(decoding: bytes[start..<at], as: UTF8.self), default: []].append(start)
            } else {
                at += 1
            }
        }
        return found
    }
}
