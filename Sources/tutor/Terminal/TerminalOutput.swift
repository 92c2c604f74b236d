import TutorKit

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The only way by which the tutor writes: every byte, at once, in order.
///
/// Nothing is buffered, so nothing has to be flushed, and what is written here stays in order with what libedit draws.
/// It takes ``TerminalText`` alone, in which nothing is left that could change the terminal: a pipe may lead to one, too.
struct TerminalOutput: Sendable {
    static let standard = TerminalOutput(descriptor: STDOUT_FILENO)
    static let error = TerminalOutput(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// - Throws: `outputClosed` when the reader has gone. SIGPIPE must not end the process before: see
    ///   `Interrupts.install`.
    func write(_ text: TerminalText) throws(TerminalError) {
        try send(text.text)
    }

    /// What a program printed: on a terminal sanitised, anywhere else as the program wrote it.
    func relay(_ chunk: OutputChunk) throws(TerminalError) {
        if isTerminal { try write(TerminalText(chunk.text)) } else { try send(chunk.text) }
    }

    private func send(_ text: String) throws(TerminalError) {
        var text = text
        let failure: TerminalError? = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, start, rest.count)
                #else
                    let count = Glibc.write(descriptor, start, rest.count)
                #endif
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if let failure = Self.failure(errno, of: descriptor) {
                    return failure
                }
            }
            return nil
        }
        if let failure { throw failure }
    }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// How many cells a row has: what the terminal says, else `COLUMNS`, else 80.
    func columns(environment: [String: String]) -> Int {
        TerminalSize(of: descriptor, environment: environment).columns
    }

    /// nil when writing can be tried again.
    private static func failure(_ code: Int32, of descriptor: Int32) -> TerminalError? {
        switch code {
        case EINTR:
            return nil
        case EAGAIN, EWOULDBLOCK:
            // Somebody who shares the terminal made it non-blocking.
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&waiting, 1, -1)
            return nil
        default:
            return StandardDescriptors.isGone(code)
                ? .outputClosed : .unwritable(reason: String(cString: strerror(code)))
        }
    }
}
