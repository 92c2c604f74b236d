#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A program may be started with standard input, output or error closed. The next file that is opened would get that
/// number, and be read or written in its stead.
enum StandardDescriptors {
    /// Puts something on the free numbers that is at its end when read and cannot be written.
    static func reserve() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Whether an error of reading or writing means that nobody is at the other end.
    ///
    /// EINVAL too: the runtime may have put an epoll descriptor on a number that was closed, before any code of ours
    /// ran.
    static func isGone(_ code: Int32) -> Bool {
        [EPIPE, EIO, EBADF, EINVAL].contains(code)
    }
}
