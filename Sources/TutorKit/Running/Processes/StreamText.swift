/// Bytes that arrive in pieces, as text that grows: invalid bytes become U+FFFD, a character is never torn between two
/// pieces, and at the limit the text ends, wherever the pieces did.
struct StreamText {
    private(set) var text = ""
    /// Whether more came than the limit allows.
    private(set) var isCut = false
    private var room: Int
    private var pending: [UInt8] = []

    /// - Parameter limit: In bytes as they come, before repair.
    init(limit: Int) { room = max(0, limit) }

    /// - Returns: The text that can be shown now; the sum of all pieces is ``text``.
    mutating func append(_ bytes: ArraySlice<UInt8>) -> String {
        guard !isCut else { return "" }
        guard bytes.count <= room else {
            isCut = true
            let fitting = pending + bytes.prefix(room)
            pending = []
            return show(fitting[..<Self.endOfLastCompleteCharacter(fitting)])
        }
        room -= bytes.count
        let all = pending + bytes
        let complete = Self.endOfLastCompleteCharacter(all)
        pending = Array(all[complete...])
        return show(all[..<complete])
    }

    /// Repairs what was left incomplete at the end.
    mutating func finish() -> String {
        defer { pending = [] }
        return show(pending[...])
    }

    private mutating func show(_ bytes: ArraySlice<UInt8>) -> String {
        let piece = String(decoding: bytes, as: UTF8.self)
        text += piece
        return piece
    }

    /// RFC 3629, section 3: the first byte of a character tells its length.
    private static func endOfLastCompleteCharacter(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let start = bytes.count - back
            let length =
                switch bytes[start] {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            if length > 0 { return length > back ? start : bytes.count }
            // Anything but a continuation byte ends the search: what came before it is no open character.
            guard (0x80...0xBF).contains(bytes[start]) else { break }
        }
        return bytes.count
    }
}
