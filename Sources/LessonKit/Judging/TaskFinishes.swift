import ConcurrencyKit

/// Which tasks ended in a run, when, and in what order. The main task, the first to be created, is left out of the
/// order.
struct TaskFinishes {
    /// In the order in which they ended.
    let names: [String]
    /// The loop time of the last event in nanoseconds.
    let endTime: Int64?
    private let times: [String: Int64]

    /// Nil if the trace is empty or was cut off.
    init?(_ trace: [TraceEvent]) {
        guard let last = trace.last else { return nil }
        var names: [Int: String] = [:]
        var main: Int?
        var finished: [(task: Int, time: Int64)] = []
        for event in trace {
            switch event.kind {
            case .created(let name, _, _):
                names[event.task] = name
                main = main ?? event.task
            case .renamed(let name): names[event.task] = name
            case .finished: finished.append((event.task, event.time))
            case .note(.truncated, _): return nil
            default: break
            }
        }
        func name(_ task: Int) -> String { names[task] ?? "task \(task)" }
        self.names = finished.filter { $0.task != main }.map { name($0.task) }
        times = Dictionary(finished.map { (Meaning.loose(name($0.task)), $0.time) }) { first, _ in first }
        endTime = last.time
    }

    /// When the task of this name ended, in nanoseconds; if several have the name, the first of them.
    func time(of name: String) -> Int64? { times[Meaning.loose(name)] }

    /// The names in alphabetical order, which gives nothing away.
    var listing: String {
        let sorted = Set(names).sorted()
        return sorted.prefix(12).joined(separator: ", ") + (sorted.count > 12 ? ", …" : "")
    }
}
