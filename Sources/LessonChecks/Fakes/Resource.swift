import ConcurrencyKit

/// Something that must be closed: a connection, a file, a lock. Made by ``CheckRun/resource(_:)``.
public final class Resource {
    /// What the learner reads: "the connection to a".
    public let name: String
    public private(set) var isOpen = true
    /// When it was closed, in virtual time since the loop began; nil while it is open.
    public private(set) var closedAt: Duration?
    private let loop: EventLoop

    init(_ name: String, on loop: EventLoop) {
        self.name = name
        self.loop = loop
    }

    /// Closes it. The second time it does nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        closedAt = loop.time
    }
}
