/// A trace as a Mermaid sequence diagram.
struct MermaidExport {
    private let events: [TraceEvent]
    private let words: TraceWords
    private let participants: [Int]

    init(_ events: [TraceEvent]) {
        self.events = events
        words = TraceWords(names: TraceNames(events))
        participants = MermaidExport.participants(events, words.names)
    }

    var diagram: String {
        var lines = ["sequenceDiagram"]
        for task in participants { lines.append("    participant \(id(task)) as \(shownName(words.names.task(task)))") }
        var now: Int64 = 0
        var active: Set<Int> = []
        for event in events {
            now = max(now, event.time)
            let task = id(event.task)
            if let line = line(event, at: "\(ShownText.milliseconds(now)) ms") { lines.append("    \(line)") }
            // Mermaid refuses a bar that ends before it began.
            if event.endsTurn, active.remove(event.task) != nil { lines.append("    deactivate \(task)") }
            if event.beginsTurn, active.insert(event.task).inserted { lines.append("    activate \(task)") }
        }
        for task in active.sorted() { lines.append("    deactivate \(id(task))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Nil for what is shown by bars, and for being ready.
    private func line(_ event: TraceEvent, at time: String) -> String? {
        let task = id(event.task)
        func note(_ text: String, over task: String) -> String {
            "Note over \(task): \(shownMessage("\(time): \(text)"))"
        }
        switch event.kind {
        case .created(_, let parent, let scope):
            let purpose = scope.map { " for \(words.names.scope($0))" } ?? ""
            guard let parent else { return note("is created\(purpose)", over: task) }
            return "\(id(parent))->>\(task): \(shownMessage("\(time): creates\(purpose)"))"
        case .cancelRequested(let by, let message):
            return "\(id(by ?? 0))-)\(task): \(shownMessage("\(time): asks to cancel\(words.because(message))"))"
        case .renamed(let name): return note("is now called \(name)", over: task)
        case .ready, .started, .resumed: return nil
        case .suspended(let wait): return note(words.waits(wait), over: task)
        case .finished(let outcome): return note(words.ends(outcome), over: task)
        case .scopeOpened(let id, let scope, let members, let deadline):
            return note(words.opens(id, scope, members: members, deadline: deadline), over: task)
        case .scopeClosed(let scope):
            return note("\(words.names.scope(scope)) ends", over: id(words.names.owner(ofScope: scope) ?? event.task))
        case .note(let kind, let text): return note(words.note(kind, text), over: task)
        }
    }

    /// Every task that the diagram mentions in a place where Mermaid wants a participant; the loop, if it takes part, first.
    private static func participants(_ events: [TraceEvent], _ names: TraceNames) -> [Int] {
        var tasks: Set<Int> = []
        for event in events {
            switch event.kind {
            case .created(_, let parent?, _): tasks.formUnion([event.task, parent])
            case .cancelRequested(let by, _): tasks.formUnion([event.task, by ?? 0])
            case .scopeClosed(let id): tasks.insert(names.owner(ofScope: id) ?? event.task)
            default: tasks.insert(event.task)
            }
        }
        return tasks.sorted()
    }

    private func id(_ task: Int) -> String { task < 0 ? "minus\(task.magnitude)" : "task\(task)" }

    /// A colon is syntax at the beginning of a name only ("wrap:"), and a message begins with its time.
    private func shownMessage(_ text: String) -> String { escaped(text, besides: [":"]) }

    private func shownName(_ text: String) -> String { escaped(text, besides: []) }

    /// All that Mermaid may take for syntax as entity codes (`#59;`), which it shows as the characters that they stand for.
    private func escaped(_ text: String, besides others: [Unicode.Scalar]) -> String {
        var out = ""
        for scalar in ShownText.line(text).unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "(", ")", "[", "]", "/", "'", "!", "?":
                out.unicodeScalars.append(scalar)
            case _ where scalar.isASCII && !others.contains(scalar): out += "#\(scalar.value);"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

extension TraceEvent {
    fileprivate var beginsTurn: Bool {
        switch kind {
        case .started, .resumed: true
        default: false
        }
    }

    fileprivate var endsTurn: Bool {
        switch kind {
        case .suspended, .finished: true
        default: false
        }
    }
}
