#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Reads a file descriptor on the calling thread until bytes come or attention is wanted.
final class ByteInput {
    enum Event {
        case bytes(ArraySlice<UInt8>)
        case attention(Attention.Reasons)
        /// The end of the input, or a terminal that was hung up.
        case end
        case failed(reason: String)
    }

    private let descriptor: Int32
    private let attention: Attention
    private var buffer: [UInt8]

    init(descriptor: Int32, attention: Attention, size: Int) {
        self.descriptor = descriptor
        self.attention = attention
        buffer = [UInt8](repeating: 0, count: size)
    }

    /// Waits for the next event.
    func next() -> Event {
        while true {
            var waiting = [
                pollfd(fd: attention.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&waiting, 2, -1) > 0 else { continue }
            if waiting[0].revents != 0 {
                return .attention(attention.take())
            }
            if waiting[1].revents & Int16(POLLNVAL) != 0 {
                return .end
            }
            if let event = readOnce() { return event }
        }
    }

    /// The bytes that come within some milliseconds, or nil. It does not look for attention.
    func bytes(within milliseconds: Int32) -> ArraySlice<UInt8>? {
        guard isReady(within: milliseconds), case .bytes(let bytes) = readOnce() else { return nil }
        return bytes
    }

    /// Whether reading would not wait.
    func isReady(within milliseconds: Int32 = 0) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }

    /// nil when reading has to be tried again.
    private func readOnce() -> Event? {
        let count = read(descriptor, &buffer, buffer.count)
        if count > 0 { return .bytes(buffer[..<count]) }
        if count == 0 || StandardDescriptors.isGone(errno) { return .end }
        return errno == EINTR || errno == EAGAIN ? nil : .failed(reason: String(cString: strerror(errno)))
    }
}
