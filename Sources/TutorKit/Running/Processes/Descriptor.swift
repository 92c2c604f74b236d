import Foundation
import Synchronization

/// A file descriptor that is closed once, at the latest when its owner is gone, and that no child process inherits.
final class Descriptor: Sendable {
    private let number: Mutex<Int32>

    /// Takes over an open descriptor.
    init(owning number: Int32) {
        self.number = Mutex(number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    deinit { close() }

    /// -1 once closed, which `poll` ignores and everything else refuses.
    var raw: Int32 { number.withLock { $0 } }

    func close() {
        number.withLock { number in
            if number >= 0 { _ = Foundation.close(number) }
            number = -1
        }
    }

    /// Makes `read` return at once instead of waiting.
    func setNonBlocking() {
        _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK)
    }

    /// Both ends of a new pipe; nil when the process has no descriptors left.
    static func pipe() -> (read: Descriptor, write: Descriptor)? {
        var ends: [Int32] = [-1, -1]
        guard Foundation.pipe(&ends) == 0 else { return nil }
        return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    }
}
