#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder that a learner's data is kept in, readable for the learner alone.
enum JournalFolder {
    /// Makes the folder and those above it, where they are not there.
    static func make(_ path: String) throws(SystemError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += part
            if !isFolder(prefix) { try makeOne(prefix) }
            prefix += "/"
        }
    }

    /// Makes sure that a new file's name is on the disk, not only its bytes. Some file systems refuse: no harm.
    static func sync(_ path: String) {
        guard let descriptor = try? SystemError.check({ open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }) else {
            return
        }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }

    private static func makeOne(_ path: String) throws(SystemError) {
        do {
            _ = try SystemError.check { mkdir(path, 0o700) }
        } catch  where error.code == EEXIST {
            // Another process was quicker; or it is no folder at all.
            if !isFolder(path) { throw SystemError(code: ENOTDIR) }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
