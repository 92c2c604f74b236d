import Foundation

/// Reads both streams of a child until told that the child is gone, on a thread of its own, so that a child never waits
/// for its reader and no thread of Swift's pool waits for a child.
struct OutputPump: Sendable {
    let output: Descriptor
    let error: Descriptor
    /// The reading end of a pipe; closing the other end says that the child is gone.
    let gone: Descriptor
    /// Bytes of each stream.
    let limit: Int
    /// Called in the order of arrival, from the pump's thread.
    let deliver: @Sendable (OutputChunk) -> Void
    /// Called at most once, when a stream goes past the limit. What comes after is read and thrown away.
    let overflowed: @Sendable () -> Void

    struct Captured: Sendable {
        var output: String
        var error: String
        var isCut: Bool
    }

    func run() async -> Captured {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "async-tutor.output").async { continuation.resume(returning: pump()) }
        }
    }

    private struct Stream {
        let kind: OutputChunk.Stream
        let descriptor: Descriptor
        var text: StreamText
        /// Nobody writes to it just now. It stays open all the same: closing a terminal hangs up whoever runs in it.
        var hasEnded = false
    }

    private func pump() -> Captured {
        output.setNonBlocking()
        error.setNonBlocking()
        var streams = [
            Stream(kind: .output, descriptor: output, text: StreamText(limit: limit)),
            Stream(kind: .error, descriptor: error, text: StreamText(limit: limit)),
        ]
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var isGone = false
        while !isGone {
            var waits = (streams.map { $0.hasEnded ? -1 : $0.descriptor.raw } + [gone.raw]).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&waits, nfds_t(waits.count), -1) >= 0 else { continue }
            for index in streams.indices where waits[index].revents != 0 {
                _ = read(&streams[index], into: &buffer)
            }
            isGone = waits[streams.count].revents != 0
        }
        // What the child wrote last is already in the kernel. A grandchild may hold the other end open for ever, so
        // take what is there and do not wait for the end; and do not follow one that never stops writing.
        for index in streams.indices {
            while !streams[index].text.isCut, read(&streams[index], into: &buffer) {}
            deliver(streams[index].text.finish(), from: streams[index].kind)
            streams[index].descriptor.close()
        }
        return Captured(
            output: streams[0].text.text,
            error: streams[1].text.text,
            isCut: streams.contains { $0.text.isCut }
        )
    }

    /// - Returns: Whether there may be more.
    private func read(_ stream: inout Stream, into buffer: inout [UInt8]) -> Bool {
        let count = Foundation.read(stream.descriptor.raw, &buffer, buffer.count)
        if count > 0 {
            let wasCut = stream.text.isCut
            deliver(stream.text.append(buffer[..<count]), from: stream.kind)
            if stream.text.isCut, !wasCut { overflowed() }
            return true
        }
        if count < 0, errno == EINTR { return true }
        if count < 0, errno == EAGAIN { return false }
        // The end of a pipe is 0; the end of a terminal that nobody writes to any more is EIO.
        stream.hasEnded = true
        return false
    }

    private func deliver(_ text: String, from kind: OutputChunk.Stream) {
        if !text.isEmpty { deliver(OutputChunk(stream: kind, text: text)) }
    }
}
