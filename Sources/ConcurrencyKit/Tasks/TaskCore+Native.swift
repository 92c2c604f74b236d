extension TaskCore {
    /// It awaited something that the kit does not know: a bare `Task.sleep`, an actor, an `async let`.
    func leftTheLoop() {
        guard let tracer = loop.tracer else { return }
        tracer.emit(.suspended(on: .native), id, at: birthplace, on: loop)
        // Once is enough to be told; an actor may be asked in every line of a loop.
        if !hasLeftTheLoop { tracer.emit(.note(.leftTheLoop, LoopReport.leftTheLoop), id, at: birthplace, on: loop) }
        hasLeftTheLoop = true
    }

    /// Cancels it by Swift's own, sticky flag if it is suspended outside of the kit, where nothing else reaches it.
    /// False if it is not.
    func cancelAway() -> Bool {
        guard loop.away.contains(where: { $0.value === self }), let native = carrier?.task else { return false }
        native.cancel()
        return true
    }
}
