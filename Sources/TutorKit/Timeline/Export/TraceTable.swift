import ConcurrencyKit

/// A trace as comma-separated values (RFC 4180, but for line ends): one event a row, everything in it.
///
///     seq,time_ns,task,event,name,…
public enum TraceTable {
    /// Lines, each closed by a newline; the first names the columns. Times are in nanoseconds of the loop's clock.
    public static func csv(_ trace: [TraceEvent]) -> String {
        ([columns] + trace.map(row)).map { $0.map(field).joined(separator: ",") + "\n" }.joined()
    }

    private static let columns = [
        "seq", "time_ns", "task", "event", "name", "parent", "scope", "kind", "waits_for", "until_ns", "by", "outcome",
        "value", "message", "members", "deadline_ns", "file", "line",
    ]

    private static func row(_ event: TraceEvent) -> [String] {
        var row: [String: String] = [
            "seq": "\(event.seq)", "time_ns": "\(event.time)", "task": "\(event.task)",
            "file": event.location?.file ?? "", "line": event.location.map { "\($0.line)" } ?? "",
        ]
        func set(_ event: String, _ values: KeyValuePairs<String, String?>) {
            row["event"] = event
            for (key, value) in values { row[key] = value }
        }
        func number(_ number: Int?) -> String? { number.map(String.init) }
        switch event.kind {
        case .created(let name, let parent, let scope):
            set("created", ["name": name, "parent": number(parent), "scope": number(scope)])
        case .renamed(let name): set("renamed", ["name": name])
        case .ready: set("ready", [:])
        case .started: set("started", [:])
        case .resumed: set("resumed", [:])
        case .suspended(.sleep(let until)): set("suspended", ["waits_for": "sleep", "until_ns": "\(until)"])
        case .suspended(let wait): set("suspended", ["waits_for": wait.inTable])
        case .cancelRequested(let by, let message): set("cancelRequested", ["by": number(by), "message": message])
        case .finished(.value(let value)): set("finished", ["outcome": "value", "value": value])
        case .finished(.error(let type, let description)):
            set("finished", ["outcome": "error", "kind": type, "message": description])
        case .finished(.cancelled(let message)): set("finished", ["outcome": "cancelled", "message": message])
        case .scopeOpened(let id, let scope, let members, let deadline):
            set(
                "scopeOpened",
                [
                    "scope": number(id), "kind": scope.rawValue,
                    "members": members.map(String.init).joined(separator: " "), "deadline_ns": deadline.map { "\($0)" },
                ]
            )
        case .scopeClosed(let id): set("scopeClosed", ["scope": number(id)])
        case .note(let note, let text): set("note", ["kind": note.rawValue, "message": text])
        }
        return columns.map { row[$0] ?? "" }
    }

    /// A field that a spreadsheet would take for a formula is text: an apostrophe in front says so.
    private static func field(_ text: String) -> String {
        let text = Sanitizer.text(text)
        let isNumber = Int64(text) != nil
        let safe = !isNumber && text.first.map { "=+-@".contains($0) } ?? false ? "'\(text)" : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}

extension TraceEvent.Wait {
    /// "task 3"
    fileprivate var inTable: String {
        switch self {
        case .turn: "turn"
        case .sleep: "sleep"
        case .task(let id): "task \(id)"
        case .future(let id): "future \(id)"
        case .scope(let id): "scope \(id)"
        case .thread: "thread"
        case .native: "outside the loop"
        }
    }
}
