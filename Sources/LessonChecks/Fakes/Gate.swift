import ConcurrencyKit

/// A gate at which tasks wait until it is opened: puts a check in charge of when something goes on.
public final class Gate {
    public private(set) var isOpen = false
    private var waiting: [Future<Void>] = []

    public init() {}

    /// How many wait at it now.
    public var waitingCount: Int { waiting.count { !$0.done } }

    /// Waits until the gate is open; at once if it is.
    public func wait() async throws {
        guard !isOpen else { return }
        let future = Future<Void>()
        waiting.append(future)
        try await future.value
    }

    /// Lets in everybody who waits, in the order in which they came, and everybody who comes later.
    public func open() {
        isOpen = true
        // One whose task was cancelled is done already.
        for future in waiting where !future.done { try? future.setResult() }
        waiting = []
    }
}
