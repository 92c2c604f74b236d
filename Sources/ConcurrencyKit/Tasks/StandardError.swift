#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The standard error of the process, unbuffered; without Foundation, which costs a program milliseconds at its start.
struct StandardError: TextOutputStream {
    func write(_ string: String) {
        var rest = Array(string.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Self.write($0) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #else
            Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #endif
    }
}
