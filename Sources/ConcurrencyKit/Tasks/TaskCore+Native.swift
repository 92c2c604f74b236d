extension TaskCore {
    /// It awaited something that the kit does not know: a bare `Task.sleep`, an actor, an `async let`.
    func leftTheLoop() {
        loop.tracer?.emit(.suspended(on: .native), id, at: birthplace, on: loop)
    }

    /// Cancels it by Swift's own, sticky flag if it is suspended outside of the kit, where nothing else reaches it.
    /// False if it is not.
    func cancelAway() -> Bool {
        guard loop.away.contains(where: { $0.value === self }), let native = carrier?.task else { return false }
        native.cancel()
        return true
    }
}
