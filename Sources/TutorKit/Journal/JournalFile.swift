#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a journal's lines go. The tests have one whose disk is full.
protocol JournalFile: Sendable {
    /// Appends as many of the bytes as there is room for, at least one, and says how many.
    func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int
    /// Returns when what was written is on the disk.
    func sync() throws(SystemError)
}

/// An open file that can only grow.
final class AppendOnlyFile: JournalFile {
    private let descriptor: CInt

    /// Makes the file if it is not there, readable and writable for its owner alone.
    init(path: String) throws(SystemError) {
        descriptor = try SystemError.check { open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600) }
    }

    /// Opens a file that is there; writing to it is refused.
    init(readingFrom path: String) throws(SystemError) {
        descriptor = try SystemError.check { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Everything in the file; nil if it is a device, a pipe or a folder, which may have no end.
    func contents() throws(SystemError) -> [UInt8]? {
        var status = stat()
        _ = try SystemError.check { fstat(descriptor, &status) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return try readAll()
    }

    private func readAll() throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let offset = off_t(all.count)
            let count = try SystemError.check {
                chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, offset) }
            }
            if count == 0 { return all }
            all += chunk[..<count]
        }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
        try SystemError.check { bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) } }
    }

    func sync() throws(SystemError) {
        // A pipe or a device such as /dev/full has nothing to sync and says EINVAL.
        do {
            _ = try SystemError.check { fsync(descriptor) }
        } catch  where error.code != EINVAL {
            throw error
        }
        var status = stat()
        _ = try SystemError.check { fstat(descriptor, &status) }
        // Somebody removed the file while it was open: what was written is gone with it.
        if status.st_nlink == 0 { throw SystemError(code: ENOENT) }
    }
}

private func systemWrite(_ descriptor: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
