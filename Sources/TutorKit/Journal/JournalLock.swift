#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps two tutors from writing one journal: `journal.lock`, held by flock(2) for as long as this value lives.
///
/// The kernel lets go of it when the process ends, however it ends; the number in the file is only for the message.
final class JournalLock: Sendable {
    private let descriptor: CInt

    enum Failure: Error, Equatable {
        /// Another tutor has it; nil if its number could not be read.
        case held(by: Int32?)
        case system(SystemError)
    }

    /// Does not wait.
    init(path: String, processID: Int32) throws(Failure) {
        let descriptor: CInt
        do {
            descriptor = try SystemError.check { open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600) }
        } catch {
            throw .system(error)
        }
        do {
            _ = try SystemError.check { flock(descriptor, LOCK_EX | LOCK_NB) }
        } catch  where error.code == EWOULDBLOCK {
            let holder = JournalLock.holder(descriptor)
            _ = close(descriptor)
            throw .held(by: holder)
        } catch  where [ENOTSUP, ENOSYS, ENOLCK].contains(error.code) {
            // Some network file systems have no locks. Appends are whole lines even then, so nothing is lost.
        } catch {
            _ = close(descriptor)
            throw .system(error)
        }
        self.descriptor = descriptor
        let number = Array("\(processID)\n".utf8)
        // A lock without a number (a full disk) is still a lock.
        _ = ftruncate(descriptor, 0)
        _ = number.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        _ = close(descriptor)
    }

    private static func holder(_ descriptor: CInt) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != JournalReading.newline }, as: UTF8.self))
    }
}
