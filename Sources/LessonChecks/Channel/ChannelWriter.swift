#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes sealed records to the file of the channel. Whatever keeps it from that ends the process, because a verdict that
/// nobody can read is none.
final class ChannelWriter {
    private var seal: RecordSeal
    private let descriptor: Int32
    private let identity: Identity
    /// A child of `fork` goes on with the same code: its records are none.
    private let process = getpid()

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private struct Identity: Equatable {
        let device: UInt64
        let file: UInt64

        init?(_ descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: status.st_dev)
            file = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// Opens the file and unlinks it, so that nobody finds it again by its name.
    init(path: String, nonce: String) throws(Problem) {
        descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0, let identity = Identity(descriptor) else {
            throw Problem(description: "\(path): the channel cannot be opened: \(String(cString: strerror(errno)))")
        }
        self.identity = identity
        unlink(path)
        seal = RecordSeal(nonce: nonce)
    }

    func write(_ record: CheckRecord) {
        guard getpid() == process else { _exit(ExitCode.noChannel) }
        // The learner's code may have closed it, and the number may be another file's by now.
        guard Identity(descriptor) == identity else { fail() }
        var line = seal.sealed(record.json)
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = send(rest)
                if written > 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                } else if errno != EINTR {
                    fail()
                }
            }
        }
    }

    private func send(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private func fail() -> Never {
        StandardError.write("the checks cannot tell their results: the channel was closed while they ran")
        _exit(ExitCode.noChannel)
    }
}
