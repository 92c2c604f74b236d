/// What happened, in a person's words. What a program named or said is in it as it is: `ShownText` makes it fit to be shown.
struct TraceWords {
    var names: TraceNames

    /// "sleeps until 1500 ms", "waits for fetch"
    func waits(_ wait: TraceEvent.Wait) -> String {
        guard case .sleep(let until) = wait else { return "waits \(reason(wait))" }
        return until == .max ? "sleeps for ever" : "sleeps until \(ShownText.milliseconds(until)) ms"
    }

    /// "sleep", "wait for fetch"
    func wait(_ wait: TraceEvent.Wait) -> String {
        if case .sleep = wait { "sleep" } else { "wait \(reason(wait))" }
    }

    private func reason(_ wait: TraceEvent.Wait) -> String {
        switch wait {
        case .turn: "for its turn"
        case .sleep: "for a time"
        case .task(let id): "for \(names.task(id))"
        case .future(let id): "for future \(id)"
        case .scope(let id): "for \(names.scope(id))"
        case .thread: "for a thread"
        case .native: "outside the loop"
        }
    }

    /// "returns 7", "throws Failure: no disk", "ends cancelled: enough"
    func ends(_ outcome: TraceEvent.Outcome) -> String {
        switch outcome {
        case .value(let value): value.isEmpty ? "returns" : "returns \(value)"
        case .error(let type, let description):
            description.isEmpty || description == type ? "throws \(type)" : "throws \(type): \(description)"
        case .cancelled(let message): "ends cancelled" + because(message)
        }
    }

    /// "opens gather 1 of fetch, save", "opens timeout 2 until 250 ms"
    func opens(_ id: Int, _ scope: TraceEvent.Scope, members: [Int], deadline: Int64?) -> String {
        // A timeout guards the task that opens it.
        let isAboutOthers = scope != .timeout && !members.isEmpty
        let tasks = isAboutOthers ? " of \(members.map(names.task).joined(separator: ", "))" : ""
        let limit = deadline.map { " until \(ShownText.milliseconds($0)) ms" } ?? ""
        return "opens \(scope.rawValue) \(id)\(tasks)\(limit)"
    }

    /// ": enough"
    func because(_ message: String?) -> String { message.map { ": \($0)" } ?? "" }

    /// "deadlock: …"
    func note(_ note: TraceEvent.Note, _ text: String) -> String {
        text.isEmpty ? title(note) : "\(title(note)): \(text)"
    }

    func title(_ note: TraceEvent.Note) -> String {
        switch note {
        case .neverAwaited: "never awaited"
        case .cancellationSwallowed: "cancellation swallowed"
        case .errorNeverRetrieved: "error never retrieved"
        case .callbackFailed: "callback failed"
        case .deadlock: "deadlock"
        case .leftTheLoop: "left the loop"
        case .truncated: "trace cut off"
        }
    }
}
