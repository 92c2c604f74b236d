import ConcurrencyKit
import Foundation

/// A timeline as JSON for programs: tasks with their segments, scopes, notes and sums. The raw events are `trace.jsonl`.
///
/// Times are nanoseconds on the loop's clock. What is not known (a task without an end) is left out.
public enum TimelineJSON {
    /// One object, its keys sorted; the same timeline gives the same bytes. Closed by a newline.
    public static func text(_ run: TracedRun) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(TimelineRecord(run))
        return data.map { escaped(String(decoding: $0, as: UTF8.self)) + "\n" } ?? "{}\n"
    }

    /// What would change a terminal or turn the direction of text stands only inside of strings, where JSON has an escape for
    /// it.
    private static func escaped(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var out = ""
        for scalar in json.unicodeScalars {
            if scalar != "\n", Sanitizer.line(String(scalar)) != String(scalar) {
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

/// What ``TimelineJSON`` writes.
struct TimelineRecord: Codable, Equatable {
    let format: String
    let title: String
    let clock: String
    let total: Int64
    let sumOfWaits: Int64
    let tasks: [Task]
    let scopes: [Scope]
    let notes: [Note]

    struct Task: Codable, Equatable {
        let id: Int
        let name: String
        let parent: Int?
        let scope: Int?
        let created: Int64
        let ended: Int64?
        let outcome: String
        let value: String?
        let error: String?
        let cancelRequests: [Request]
        let heldUntil: Int64?
        let segments: [Segment]
    }

    struct Request: Codable, Equatable {
        let at: Int64
        let by: Int?
    }

    struct Segment: Codable, Equatable {
        let state: String
        let from: Int64
        let to: Int64
        let line: Int?
    }

    struct Scope: Codable, Equatable {
        let id: Int
        let kind: String
        let owner: Int
        let members: [Int]
        let deadline: Int64?
        let opened: Int64
        let closed: Int64?
        let expired: Int64?
    }

    struct Note: Codable, Equatable {
        let at: Int64
        let task: Int
        let kind: String
        let text: String
    }

    init(_ run: TracedRun) {
        let timeline = run.timeline
        let index = TimelineIndex(timeline)
        format = "async-tutor/timeline/v1"
        title = run.title
        clock = timeline.clock == .virtual ? "virtual" : "continuous"
        total = timeline.total
        sumOfWaits = timeline.sumOfWaits
        tasks = timeline.lanes.map(Task.init)
        scopes = timeline.scopes.map { scope in
            Scope(
                id: scope.id,
                kind: scope.kind.rawValue,
                owner: scope.owner,
                members: scope.members,
                deadline: scope.deadline,
                opened: scope.opened.time,
                closed: scope.closed?.time,
                expired: ScopeEnd(scope, of: index).expired?.time
            )
        }
        notes = timeline.notes.map { Note(at: $0.moment.time, task: $0.task, kind: $0.kind.rawValue, text: $0.text) }
    }
}

extension TimelineRecord.Task {
    init(_ lane: Timeline.Lane) {
        id = lane.id
        name = lane.name
        parent = lane.parent
        scope = lane.scope
        created = lane.created.time
        ended = lane.end?.moment.time
        switch lane.end?.outcome {
        case .value(let text): (outcome, value, error) = ("returned", text, nil)
        case .error(let type, _): (outcome, value, error) = ("threw", nil, type)
        case .cancelled: (outcome, value, error) = ("cancelled", nil, nil)
        case nil: (outcome, value, error) = ("unfinished", nil, nil)
        }
        cancelRequests = lane.cancelRequests.map { TimelineRecord.Request(at: $0.moment.time, by: $0.by) }
        heldUntil = lane.join?.moment?.time
        segments = lane.segments.map { segment in
            TimelineRecord.Segment(
                state: segment.state.word,
                from: segment.begin.time,
                to: segment.end.time,
                line: segment.location?.line
            )
        }
    }
}

extension Timeline.Segment.State {
    /// "ready", "ran", "sleep", "task 3"
    fileprivate var word: String {
        switch self {
        case .ready: "ready"
        case .running: "ran"
        case .waiting(.turn): "turn"
        case .waiting(.sleep): "sleep"
        case .waiting(.task(let id)): "task \(id)"
        case .waiting(.future(let id)): "future \(id)"
        case .waiting(.scope(let id)): "scope \(id)"
        case .waiting(.thread): "thread"
        case .waiting(.native): "outside the loop"
        }
    }
}
