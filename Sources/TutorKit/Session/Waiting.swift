import Synchronization

/// Says what is being waited for, if it takes longer than half a second, until it ends.
final class Waiting: Sendable {
    private enum State { case silent, shown, ended }

    private let show: @Sendable (String?) -> Void
    private let state = Mutex(State.silent)

    /// - Parameter delay: returns when it has taken long enough to be spoken of.
    init(
        _ what: String,
        delay: @escaping @Sendable () async -> Void = { try? await Task.sleep(for: .milliseconds(500)) },
        show: @escaping @Sendable (String?) -> Void
    ) {
        self.show = show
        Task { [weak self] in
            await delay()
            self?.say("\(what) ...")
        }
    }

    private func say(_ words: String) {
        state.withLock { state in
            guard state == .silent else { return }
            state = .shown
            show(words)
        }
    }

    /// Takes the words away before anything else is written. Again: does nothing.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    func end() -> Bool {
        state.withLock { state in
            let wasShown = state == .shown
            if wasShown { show(nil) }
            state = .ended
            return wasShown
        }
    }
}
