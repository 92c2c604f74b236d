/// Cuts a stream of bytes into lines, however the bytes arrive.
///
/// `\n` and `\r\n` end a line; the last one needs no ending. Bytes that are not UTF-8 become U+FFFD, and a byte order
/// mark at the very start is dropped. A line above the limit is reported once and skipped, so memory stays bounded.
public struct LineSplitter: Sendable {
    public enum Piece: Sendable, Equatable {
        case line(String)
        case tooLong(limit: Int)
    }

    private let limit: Int
    private var bytes: [UInt8] = []
    /// Where the first byte that is not yet handed out stands.
    private var start = 0
    /// Up to here there is no line ending; a long line in small pieces is looked at once.
    private var searched = 0
    private var isSkipping = false
    private var isAtFirstLine = true

    /// - Parameter limit: how many bytes a line may have, without its ending.
    public init(limit: Int) {
        self.limit = limit
    }

    public mutating func append(_ more: some Collection<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole line, or nil until more bytes come.
    public mutating func next() -> Piece? {
        while true {
            guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
                searched = bytes.endIndex
                return skipping() ? nil : overlong()
            }
            defer {
                start = end + 1
                searched = end + 1
            }
            if isSkipping {
                isSkipping = false
                continue
            }
            return piece(bytes[start..<end])
        }
    }

    /// What stands after the last line ending, once no more bytes will come.
    public mutating func finish() -> Piece? {
        defer {
            bytes = []
            (start, searched, isSkipping) = (0, 0, false)
        }
        return isSkipping || start == bytes.endIndex ? nil : piece(bytes[start...])
    }

    /// Forgets bytes of a line that was already reported.
    private mutating func skipping() -> Bool {
        guard isSkipping else { return false }
        start = bytes.endIndex
        return true
    }

    /// One byte above the limit may be the `\r` of the line ending, so it is waited for.
    private mutating func overlong() -> Piece? {
        guard bytes.endIndex - start > limit + 1 else { return nil }
        isSkipping = true
        start = bytes.endIndex
        isAtFirstLine = false
        return .tooLong(limit: limit)
    }

    private mutating func piece(_ found: ArraySlice<UInt8>) -> Piece {
        var line = found.last == UInt8(ascii: "\r") ? found.dropLast() : found
        if isAtFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) {
            line = line.dropFirst(3)
        }
        isAtFirstLine = false
        return line.count > limit ? .tooLong(limit: limit) : .line(String(decoding: line, as: UTF8.self))
    }
}
