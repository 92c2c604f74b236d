/// The characters that are typed at a terminal, from UTF-8 bytes; a broken sequence is one U+FFFD.
final class KeyInput {
    /// How long a terminal's sequence may be torn apart on its way, in milliseconds, before it is taken for single
    /// keys.
    private static let pause: Int32 = 50

    private let input: ByteInput
    private var bytes: ArraySlice<UInt8> = []

    init(_ input: ByteInput) {
        self.input = input
    }

    /// The next character, or nil at the end of the input.
    ///
    /// - Parameter attend: is told why attention is wanted; it returns false to stop waiting, which is an end too.
    func next(attend: (Attention.Reasons) -> Bool) -> Unicode.Scalar? {
        guard let lead = nextByte(attend) else { return nil }
        guard lead >= 0x80 else { return Unicode.Scalar(lead) }
        var sequence = [lead]
        while sequence.count < Self.length(lead) {
            guard let byte = nextByte(attend) else { return nil }
            guard byte & 0xC0 == 0x80 else {
                bytes = [byte] + bytes
                break
            }
            sequence.append(byte)
        }
        return String(decoding: sequence, as: UTF8.self).unicodeScalars.first
    }

    /// Takes `sequence` if it comes next and without delay: what a terminal sends at once, a person does not type.
    func skip(_ sequence: [UInt8]) -> Bool {
        while bytes.count < sequence.count, sequence.starts(with: bytes), let more = input.bytes(within: Self.pause) {
            bytes += more
        }
        guard bytes.starts(with: sequence) else { return false }
        bytes = bytes.dropFirst(sequence.count)
        return true
    }

    /// Whether a character waits to be read.
    var isReady: Bool { !bytes.isEmpty || input.isReady() }

    private func nextByte(_ attend: (Attention.Reasons) -> Bool) -> UInt8? {
        while bytes.isEmpty {
            switch input.next() {
            case .bytes(let more): bytes = more
            case .attention(let reasons):
                guard attend(reasons) else { return nil }
            case .end, .failed: return nil
            }
        }
        return bytes.removeFirst()
    }

    /// How long the sequence is that begins with this byte (RFC 3629, section 3); 1 for a byte that begins none.
    private static func length(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
