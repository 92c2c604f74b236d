extension TaskCore {
    /// It awaited something that the kit does not know: a bare `Task.sleep`, an actor, an `async let`.
    func leftTheLoop() {
        loop.tracer?.emit(.suspended(on: .native), id, at: birthplace, on: loop)
        noteDeparture(.await) {
            """
            task '\($0)' awaits something that the kit does not know, such as a bare Task.sleep or the value of a Task { }: \
            write sleep(for:), createTask { } or native { }
            """
        }
    }

    /// It has put a job on the loop that is no task's of the kit.
    func noteForeignTask() {
        noteDeparture(.start) {
            """
            task '\($0)' starts or wakes Swift code that is no task of the kit, such as a bare Task { } or an async let, whose \
            turns are not traced: write createTask { } or gather
            """
        }
    }

    /// Tells once for each place. Under Takeover nothing leaves the loop.
    private func noteDeparture(_ kind: Departure.Kind, _ text: (String) -> String) {
        guard let tracer = loop.tracer, loop.foreignTasks == nil else { return }
        guard loop.departures.insert(Departure(place: place, kind: kind)).inserted else { return }
        tracer.emit(.note(.leftTheLoop, text(name)), id, at: place, on: loop)
    }

    /// Cancels it by Swift's own, sticky flag if it is suspended outside of the kit, where nothing else reaches it.
    /// False if it is not.
    func cancelAway() -> Bool {
        guard loop.away.contains(where: { $0.value === self }), let native = carrier?.task else { return false }
        native.cancel()
        return true
    }
}

/// A place where tasks leave the loop: the last that the kit knows before it.
struct Departure: Hashable {
    enum Kind { case await, start }
    let place: SourceLocation
    let kind: Kind
}
