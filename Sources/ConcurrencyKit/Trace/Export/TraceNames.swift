/// What the tasks and scopes of a trace are called.
struct TraceNames {
    /// Each task's last name, until `follow` is told of earlier ones.
    private var names: [Int: String] = [:]
    private var scopes: [Int: (kind: TraceEvent.Scope, owner: Int)] = [:]
    /// Names that more than one task has at some time, and the one that the loop has here.
    private var shared: Set<String> = ["the loop"]

    init(_ events: [TraceEvent]) {
        var owners: [String: Int] = [:]
        for event in events {
            follow(event)
            switch event.kind {
            case .created(let name, _, _), .renamed(let name):
                if let owner = owners[name], owner != event.task { shared.insert(name) }
                owners[name] = event.task
            default: break
            }
        }
    }

    mutating func follow(_ event: TraceEvent) {
        switch event.kind {
        case .created(let name, _, _), .renamed(let name): names[event.task] = name
        case .scopeOpened(let id, let kind, _, _): scopes[id] = (kind, event.task)
        default: break
        }
    }

    /// "fetch", "fetch (task 3)" if there is another of that name, "the loop". Not yet fit to be shown.
    func task(_ id: Int) -> String {
        guard id != 0 else { return "the loop" }
        guard let name = names[id], !name.allSatisfy(\.isWhitespace) else { return "task \(id)" }
        return shared.contains(name) ? "\(name) (task \(id))" : name
    }

    /// "gather 1"
    func scope(_ id: Int) -> String { scopes[id].map { "\($0.kind.rawValue) \(id)" } ?? "scope \(id)" }

    /// The task that opened it.
    func owner(ofScope id: Int) -> Int? { scopes[id]?.owner }
}
