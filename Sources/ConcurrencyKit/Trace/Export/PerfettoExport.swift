/// A trace in the Trace Event Format.
///
/// Slices are pairs of `B` and `E`, not `X`: of events with the same time the order in the file decides, so that slices of
/// no length, which is what running in virtual time is, come in the order in which they happened, and nest.
struct PerfettoExport {
    private var words: TraceWords
    private var lines: [String] = []
    /// The name of the slice that each thread is in.
    private var slices: [Int: String] = [:]
    private var openScopes: [Int: String] = [:]
    private var arrows = 0
    private var now: Int64 = 0

    /// Perfetto takes the thread whose number is the process's for its main thread: task 1 is.
    private static let process = 1

    init(_ events: [TraceEvent], processName: String) {
        words = TraceWords(names: TraceNames(events))
        describe(processName, events)
        for event in events { add(event) }
        for task in slices.keys.sorted() { endSlice(task) }
        for scope in openScopes.keys.sorted() { endScope(scope) }
    }

    var json: String {
        "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
    }

    private mutating func describe(_ processName: String, _ events: [TraceEvent]) {
        write("M", "process_name", [.thread(nil), .arguments([("name", .text(processName))])])
        var seen: Set<Int> = []
        for event in events where event.task != 0 && seen.insert(event.task).inserted {
            let name = words.names.task(event.task)
            write("M", "thread_name", [.thread(event.task), .arguments([("name", .text(name))])])
            write("M", "thread_sort_index", [.thread(event.task), .arguments([("sort_index", .number(event.task))])])
        }
    }

    private mutating func add(_ event: TraceEvent) {
        now = max(now, event.time)
        switch event.kind {
        case .created(let name, let parent, let scope):
            instant(
                event,
                "created",
                [("name", .text(name)), ("parent", parent.map(taskName)), ("scope", scope.map(scopeName))],
                from: parent
            )
        case .renamed(let name): instant(event, "renamed", [("name", .text(name))])
        case .ready: beginSlice(event, "ready", [])
        case .started: beginSlice(event, "running", [("turn", .text("first"))])
        case .resumed: beginSlice(event, "running", [])
        case .suspended(.sleep(let until)):
            let limit = until == .max ? "for ever" : "\(ShownText.milliseconds(until)) ms"
            beginSlice(event, words.wait(.sleep(until: until)), [("until", .text(limit))], category: "waiting")
        case .suspended(let wait): beginSlice(event, words.wait(wait), [], category: "waiting")
        case .cancelRequested(let by, let message):
            let asker = by.map(taskName) ?? .text("a callback, a timer or another thread")
            instant(event, "cancel requested", [("by", asker), ("message", message.map(Value.text))], from: by)
        case .finished(let outcome):
            finish(event, outcome)
            endSlice(event.task)
        case .scopeOpened(let id, let kind, let members, let deadline): open(id, kind, members, deadline, by: event)
        case .scopeClosed(let id): endScope(id, seq: event.seq)
        case .note(let note, let text): instant(event, words.title(note), [("text", .text(text))])
        }
    }

    // MARK: Slices

    private mutating func beginSlice(
        _ event: TraceEvent,
        _ name: String,
        _ arguments: [(String, Value?)],
        category: String? = nil
    ) {
        // No loop writes it; a file may say it.
        guard event.task != 0 else { return instant(event, name, arguments) }
        endSlice(event.task)
        slices[event.task] = name
        let what = arguments + common(event)
        write("B", name, [.category(category ?? name), .thread(event.task), .time(now), .arguments(what)])
    }

    private mutating func endSlice(_ task: Int) {
        guard let name = slices.removeValue(forKey: task) else { return }
        write("E", name, [.thread(task), .time(now)])
    }

    private mutating func finish(_ event: TraceEvent, _ outcome: TraceEvent.Outcome) {
        switch outcome {
        case .value(let value): instant(event, "returned", [("outcome", .text("value")), ("value", .text(value))])
        case .error(let type, let description):
            let error: [(String, Value?)] = [("type", .text(type)), ("message", .text(description))]
            instant(event, "threw \(type)", [("outcome", .text("error"))] + error)
        case .cancelled(let message):
            instant(event, "cancelled", [("outcome", .text("cancelled")), ("message", message.map(Value.text))])
        }
    }

    // MARK: Scopes

    private mutating func open(
        _ id: Int,
        _ kind: TraceEvent.Scope,
        _ members: [Int],
        _ deadline: Int64?,
        by event: TraceEvent
    ) {
        endScope(id)
        let name = "\(kind.rawValue) of \(words.names.task(event.task))"
        openScopes[id] = name
        let arguments: [(String, Value?)] = [
            ("id", .number(id)), ("members", .texts(members.map(words.names.task))),
            ("deadline", deadline.map { .text("\(ShownText.milliseconds($0)) ms") }),
        ]
        let thread = event.task == 0 ? nil : event.task
        let what = arguments + common(event)
        write("b", name, [.category("scope"), .id(id), .thread(thread), .time(now), .arguments(what)])
    }

    private mutating func endScope(_ id: Int, seq: Int? = nil) {
        guard let name = openScopes.removeValue(forKey: id) else { return }
        let arguments: [(String, Value?)] = [("closed", seq.map(Value.number) ?? .text("never"))]
        write("e", name, [.category("scope"), .id(id), .thread(nil), .time(now), .arguments(arguments)])
    }

    // MARK: Instants and arrows

    /// An arrow begins in the slice that the thread `from` is in, and ends at the instant, which is then the innermost slice.
    private mutating func instant(
        _ event: TraceEvent,
        _ name: String,
        _ arguments: [(String, Value?)],
        from: Int? = nil
    ) {
        let source = from.flatMap { event.task == 0 || slices[$0] == nil ? nil : $0 }
        if let source {
            arrows += 1
            write("s", name, [.category("arrow"), .id(arrows), .thread(source), .time(now)])
        }
        let scope: Part = event.task == 0 ? .processWide : .threadWide
        let thread: Part = .thread(event.task == 0 ? nil : event.task)
        let what = arguments + common(event)
        write("i", name, [.category("instant"), scope, thread, .time(now), .arguments(what)])
        if source != nil {
            write("f", name, [.category("arrow"), .id(arrows), .toEnclosingSlice, thread, .time(now)])
        }
    }

    // MARK: Parts of an event

    private enum Value {
        case text(String)
        case texts([String])
        case number(Int)

        var json: String {
            switch self {
            case .text(let text): JSONText.quoted(text)
            case .texts(let texts): "[\(texts.map(JSONText.quoted).joined(separator: ","))]"
            case .number(let number): "\(number)"
            }
        }
    }

    private enum Part {
        case category(String)
        case id(Int)
        /// Nil for what belongs to the process: Perfetto keeps thread 0 for itself.
        case thread(Int?)
        case time(Int64)
        case processWide
        case threadWide
        case toEnclosingSlice
        case arguments([(String, Value?)])

        var json: String {
            switch self {
            case .category(let category): #""cat":"\#(category)""#
            case .id(let id): #""id":"\#(id)""#
            case .thread(let thread): #""pid":\#(process),"tid":\#(thread ?? process)"#
            case .time(let time): #""ts":\#(ShownText.microseconds(time))"#
            case .processWide: #""s":"p""#
            case .threadWide: #""s":"t""#
            case .toEnclosingSlice: #""bp":"e""#
            case .arguments(let arguments):
                #""args":{\#(arguments.compactMap(Part.argument).joined(separator: ","))}"#
            }
        }

        private static func argument(key: String, value: Value?) -> String? {
            value.map { #""\#(key)":\#($0.json)"# }
        }
    }

    private mutating func write(_ phase: String, _ name: String, _ parts: [Part]) {
        let head = #""ph":"\#(phase)","name":\#(JSONText.quoted(name))"#
        lines.append("{\(([head] + parts.map(\.json)).joined(separator: ","))}")
    }

    private func common(_ event: TraceEvent) -> [(String, Value?)] {
        [("seq", .number(event.seq)), ("at", event.location.map { .text($0.description) })]
    }

    private func taskName(_ id: Int) -> Value { .text(words.names.task(id)) }

    private func scopeName(_ id: Int) -> Value { .text(words.names.scope(id)) }
}
