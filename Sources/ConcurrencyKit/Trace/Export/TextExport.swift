/// A trace as a log.
struct TextExport {
    private let events: [TraceEvent]

    init(_ events: [TraceEvent]) { self.events = events }

    var lines: String {
        var words = TraceWords(names: TraceNames(events))
        var now: Int64 = 0
        let rows = events.map { event in
            now = max(now, event.time)
            let former = words.names.task(event.task)
            words.names.follow(event)
            return (time: ShownText.milliseconds(now), fact: fact(event, former: former, words) + place(event))
        }
        let width = rows.map(\.time.count).max() ?? 0
        return rows.map { row in
            String(repeating: " ", count: width - row.time.count) + "\(row.time) ms  \(ShownText.line(row.fact))\n"
        }.joined()
    }

    /// The sentence of a note says where by itself.
    private func place(_ event: TraceEvent) -> String {
        if case .note = event.kind { return "" }
        return event.location.map { " (\($0))" } ?? ""
    }

    private func fact(_ event: TraceEvent, former: String, _ words: TraceWords) -> String {
        let names = words.names
        let subject = names.task(event.task)
        switch event.kind {
        case .created(_, let parent, let scope):
            let creator = parent.map { " by \(names.task($0))" } ?? ""
            let purpose = scope.map { " for \(names.scope($0))" } ?? ""
            return "\(subject) is created\(creator)\(purpose)"
        case .renamed: return "\(former) is now called \(subject)"
        case .ready: return "\(subject) is ready"
        case .started: return "\(subject) starts"
        case .suspended(let wait): return "\(subject) \(words.waits(wait))"
        case .resumed: return "\(subject) goes on"
        case .cancelRequested(let by, let message):
            let asker = by.map { " by \(names.task($0))" } ?? ""
            return "\(subject) is asked to cancel\(asker)\(words.because(message))"
        case .finished(let outcome): return "\(subject) \(words.ends(outcome))"
        case .scopeOpened(let id, let scope, let members, let deadline):
            return "\(subject) \(words.opens(id, scope, members: members, deadline: deadline))"
        case .scopeClosed(let id):
            return "\(names.scope(id)) of \(names.task(names.owner(ofScope: id) ?? event.task)) ends"
        case .note(let note, let text):
            return (event.task == 0 ? "" : "\(subject): ") + words.note(note, text)
        }
    }
}
