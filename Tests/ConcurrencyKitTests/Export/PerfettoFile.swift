import ConcurrencyKit
import Foundation

/// What a reader of the Trace Event Format finds in a file.
struct PerfettoFile: Decodable {
    struct Event: Decodable {
        struct Arguments: Decodable {
            let name: String?
            let seq: Int?
            let outcome: String?
        }
        let ph: String
        let name: String
        let cat: String?
        let id: String?
        let pid: Int
        let tid: Int
        let ts: Double?
        let s: String?
        let bp: String?
        let args: Arguments?
    }

    /// A stretch of time in which a thread was in one state.
    struct Slice: Equatable {
        let thread: Int
        let category: String
        let name: String
        let begin: Double
        let end: Double
    }

    let displayTimeUnit: String
    let traceEvents: [Event]

    init(_ json: String) throws {
        self = try JSONDecoder().decode(PerfettoFile.self, from: Data(json.utf8))
    }

    /// The threads' names by their numbers.
    var threadNames: [Int: String] {
        let named = traceEvents.filter { $0.ph == "M" && $0.name == "thread_name" }
        return Dictionary(named.map { ($0.tid, $0.args?.name ?? "") }, uniquingKeysWith: { $1 })
    }

    /// In the order in which they began.
    var slices: [Slice] {
        var slices: [Slice] = []
        for (index, event) in traceEvents.enumerated() where event.ph == "B" {
            let end = traceEvents[index...].first { $0.ph == "E" && $0.tid == event.tid }
            slices.append(
                Slice(
                    thread: event.tid,
                    category: event.cat ?? "",
                    name: event.name,
                    begin: event.ts ?? .nan,
                    end: end?.ts ?? .nan
                )
            )
        }
        return slices
    }

    /// What breaks the rules of the format, and what Perfetto would count as an error while it imports the file.
    var violations: [String] {
        var found: [String] = []
        var now = 0.0
        var inSlice: [Int: String] = [:]
        var openScopes: [String: String] = [:]
        var arrows: [String: String] = [:]
        var usedArrows: Set<String> = []
        for (index, event) in traceEvents.enumerated() {
            func demand(_ holds: Bool, _ rule: String) { if !holds { found.append("\(index) \(event.ph): \(rule)") } }
            demand(event.pid == 1 && event.tid != 0, "in the process, and in no thread 0")
            if event.ph == "M" {
                demand(index == 0 || traceEvents[index - 1].ph == "M", "names come first")
                continue
            }
            guard let ts = event.ts else {
                found.append("\(index) \(event.ph): no time")
                continue
            }
            demand(ts >= now, "in the order of time")
            now = ts
            switch event.ph {
            case "B":
                demand(inSlice[event.tid] == nil, "slices of a thread do not overlap")
                inSlice[event.tid] = event.name
            case "E":
                demand(inSlice.removeValue(forKey: event.tid) == event.name, "ends the slice that is open")
            case "b":
                demand(openScopes.updateValue(event.name, forKey: event.id ?? "") == nil, "opens no open scope")
            case "e":
                demand(openScopes.removeValue(forKey: event.id ?? "") == event.name, "ends an open scope")
            case "i": demand(event.s == "t" || event.s == "p", "is a thread's or the process's")
            case "s":
                demand(inSlice[event.tid] != nil, "an arrow begins in a slice")
                demand(usedArrows.insert(event.id ?? "").inserted, "each arrow has an id of its own")
                arrows[event.id ?? ""] = event.name
            case "f":
                demand(arrows.removeValue(forKey: event.id ?? "") == event.name, "ends an arrow")
                let target = traceEvents[index - 1]
                demand(event.bp == "e" && target.ph == "i" && target.ts == ts, "ends at the instant before it")
                demand(target.tid == event.tid, "ends in its thread")
            default: found.append("\(index): no phase '\(event.ph)' is written")
            }
        }
        if !inSlice.isEmpty { found.append("slices without an end: \(inSlice)") }
        if !openScopes.isEmpty { found.append("scopes without an end: \(openScopes)") }
        if !arrows.isEmpty { found.append("arrows without an end: \(arrows)") }
        return found
    }
}
