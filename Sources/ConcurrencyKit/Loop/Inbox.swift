import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What other threads and signal handlers send to a loop, and the wake-up that goes with it.
///
/// The wake-up is a pipe and not a condition variable because a signal handler may write to a pipe.
final class Inbox: Sendable {
    private let entries = Guarded<[ReadyEntry]>([])
    private let hasEntries = Atomic<Bool>(false)
    private let readEnd: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Without a pipe (no file descriptor left) `wait` falls back to short waits.
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        for entry in entries.withLock({ $0 }) { entry.discard() }
        for end in [readEnd, writeEnd] where end >= 0 { close(end) }
    }

    /// For signal handlers: a byte written here ends ``wait(nanoseconds:)``.
    var wakeDescriptor: Int32 { writeEnd }

    func push(_ entry: ReadyEntry) {
        entries.withLock { $0.append(entry) }
        hasEntries.store(true, ordering: .releasing)
        wake()
    }

    func wake() {
        var byte: UInt8 = 1
        // EAGAIN means that the pipe is full of wake-ups: one is enough.
        _ = write(writeEnd, &byte, 1)
    }

    @inline(__always) var isEmpty: Bool { !hasEntries.load(ordering: .acquiring) }

    /// Everything sent so far, in order of arrival.
    func drain() -> [ReadyEntry] {
        hasEntries.store(false, ordering: .relaxed)
        return entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }

    /// Blocks until something is sent, a signal arrives, or the time is over. Nil waits for ever. False if the time was over.
    @discardableResult
    func wait(nanoseconds: Int64?) -> Bool {
        if !isEmpty { return true }
        // No pipe, no wake-up: look again every millisecond.
        let nanoseconds = readEnd < 0 ? min(nanoseconds ?? .max, 1_000_000) : nanoseconds
        var descriptor = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        // Rounded up to milliseconds, as asyncio's selectors do: waking early would cost a second wait.
        let milliseconds = nanoseconds.map { Int32(clamping: $0.addingClamped(999_999) / 1_000_000) } ?? -1
        let ready = poll(&descriptor, 1, milliseconds)
        guard ready > 0 else { return ready < 0 }
        var bytes = (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64)
        while read(readEnd, &bytes, MemoryLayout.size(ofValue: bytes)) == MemoryLayout.size(ofValue: bytes) {}
        return true
    }
}
