#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A pipe from the process to itself: the way by which a signal handler or another thread wakes a `poll`.
enum SelfPipe {
    /// Both ends never block and are not inherited.
    static func open() throws(TerminalError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .noPipe(reason: String(cString: strerror(errno))) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }

    /// Safe in a signal handler. A full pipe is as good as another byte: the reader wakes either way.
    static func ring(_ end: Int32, _ byte: UInt8 = 0) {
        withUnsafePointer(to: byte) { _ = write(end, $0, 1) }
    }

    static func drain(_ end: Int32) {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) {
            while read(end, $0.baseAddress, $0.count) > 0 {}
        }
    }
}
