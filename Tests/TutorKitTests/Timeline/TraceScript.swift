import ConcurrencyKit
import TutorKit

/// A trace written down as a story: who does what, and when.
///
///     var story = TraceScript()
///     story.begin(1, "Task-1")
///     story.sleep(1, until: 100)
///     story.at(100).end(1, .value("done"))
struct TraceScript {
    private(set) var events: [TraceEvent] = []
    private var now: Int64 = 0
    private var started: Set<Int> = []

    private mutating func add(_ task: Int, _ kind: TraceEvent.Kind) {
        events.append(TraceEvent(seq: events.count + 1, time: now, realTime: now, task: task, kind: kind))
    }

    /// In milliseconds.
    @discardableResult
    mutating func at(_ milliseconds: Double) -> TraceScript {
        now = Int64((milliseconds * 1_000_000).rounded())
        return self
    }

    mutating func create(_ task: Int, _ name: String, parent: Int? = nil, scope: Int? = nil) {
        add(task, .created(name: name, parent: parent, scope: scope))
        add(task, .ready)
    }

    mutating func run(_ task: Int) {
        add(task, started.insert(task).inserted ? .started : .resumed)
    }

    mutating func begin(_ task: Int, _ name: String, parent: Int? = nil, scope: Int? = nil) {
        create(task, name, parent: parent, scope: scope)
        run(task)
    }

    mutating func ready(_ task: Int) { add(task, .ready) }

    mutating func sleep(_ task: Int, until milliseconds: Double) {
        add(task, .suspended(on: .sleep(until: Int64(milliseconds * 1_000_000))))
    }

    mutating func wait(_ task: Int, for wait: TraceEvent.Wait) { add(task, .suspended(on: wait)) }

    mutating func open(
        _ kind: TraceEvent.Scope,
        _ id: Int,
        in task: Int,
        members: [Int] = [],
        deadline milliseconds: Double? = nil
    ) {
        add(
            task,
            .scopeOpened(
                id: id,
                scope: kind,
                members: members,
                deadline: milliseconds.map { Int64($0 * 1_000_000) }
            )
        )
    }

    mutating func close(_ id: Int, in task: Int) { add(task, .scopeClosed(id: id)) }

    mutating func cancel(_ task: Int, by other: Int? = nil) {
        add(task, .cancelRequested(by: other, message: nil))
        add(task, .ready)
        run(task)
    }

    /// It runs once more, and ends.
    mutating func end(_ task: Int, _ outcome: TraceEvent.Outcome) {
        run(task)
        add(task, .finished(outcome))
    }

    mutating func note(_ note: TraceEvent.Note, _ text: String, task: Int = 0) { add(task, .note(note, text)) }
}

extension TraceEvent.Outcome {
    static func error(_ type: String) -> TraceEvent.Outcome { .error(type: type, description: "\(type)()") }
    static let cancelled = TraceEvent.Outcome.cancelled(message: nil)
}

/// The runs that TIMELINE.md draws.
enum Stories {
    /// gather waits for the slowest; results keep the order of the arguments.
    static let gather: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for (index, name) in ["fetch-A", "fetch-B", "fetch-C"].enumerated() {
            story.create(index + 2, name, parent: 1, scope: 1)
        }
        story.open(.gather, 1, in: 1, members: [2, 3, 4])
        story.wait(1, for: .scope(1))
        for (task, until) in [(2, 200.0), (3, 350), (4, 100)] {
            story.run(task)
            story.sleep(task, until: until)
        }
        story.at(100)
        story.end(4, .value("3"))
        story.at(200)
        story.end(2, .value("1"))
        story.at(350)
        story.end(3, .value("2"))
        story.close(1, in: 1)
        story.end(1, .value("[1,2,3]"))
        return story.events
    }()

    /// A task group: the siblings of a failed child are cancelled, and the parent throws after the tidy-up.
    static let failingGroup: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.open(.group, 1, in: 1)
        for (index, name) in ["fetch-A", "fetch-B", "fetch-C"].enumerated() {
            story.create(index + 2, name, parent: 1, scope: 1)
        }
        story.wait(1, for: .scope(1))
        for task in 2...4 {
            story.run(task)
            story.sleep(task, until: task == 3 ? 150 : 300)
        }
        story.at(150)
        story.end(3, .error("NetError"))
        story.cancel(2, by: 1)
        story.end(2, .cancelled)
        story.cancel(4, by: 1)
        story.sleep(4, until: 200)
        story.at(200)
        story.end(4, .cancelled)
        story.close(1, in: 1)
        story.end(1, .error("NetError"))
        return story.events
    }()

    /// A gather whose member fails: the others are not cancelled, and nobody takes their results.
    static let failingGather: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for (index, name) in ["quick", "broken", "slow"].enumerated() {
            story.create(index + 2, name, parent: 1, scope: 1)
        }
        story.open(.gather, 1, in: 1, members: [2, 3, 4])
        story.wait(1, for: .scope(1))
        for (task, until) in [(2, 100.0), (3, 150), (4, 300)] {
            story.run(task)
            story.sleep(task, until: until)
        }
        story.at(100)
        story.end(2, .value("1"))
        story.at(150)
        story.end(3, .error("NetError"))
        story.close(1, in: 1)
        story.run(1)
        story.sleep(1, until: 400)
        story.at(300)
        story.end(4, .value("3"))
        story.at(400)
        story.end(1, .value(""))
        return story.events
    }()

    /// A timeout around something that takes its time to stop: cancellation is a request.
    static let stubborn: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.open(.timeout, 1, in: 1, deadline: 250)
        story.create(2, "stubborn", parent: 1)
        story.wait(1, for: .task(2))
        story.run(2)
        story.sleep(2, until: 1000)
        story.at(250)
        story.cancel(1)
        story.wait(1, for: .task(2))
        story.cancel(2, by: 1)
        story.sleep(2, until: 400)
        story.at(400)
        story.end(2, .cancelled)
        story.close(1, in: 1)
        story.end(1, .error("TimedOut"))
        return story.events
    }()

    /// One after another: nothing overlaps.
    static let sequential: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for (begin, end) in [(0.0, 1000.0), (1000, 3000)] {
            story.at(begin)
            if begin > 0 { story.run(1) }
            story.sleep(1, until: end)
        }
        story.at(3000)
        story.end(1, .value(""))
        return story.events
    }()

    /// The program was killed at 120 ms: two tasks have no end.
    static let killed: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "short", parent: 1, scope: 1)
        story.create(3, "long", parent: 1, scope: 1)
        story.open(.gather, 1, in: 1, members: [2, 3])
        story.wait(1, for: .scope(1))
        for (task, until) in [(2, 50.0), (3, 900)] {
            story.run(task)
            story.sleep(task, until: until)
        }
        story.at(50)
        story.end(2, .value("ok"))
        story.at(120)
        story.note(.truncated, "")
        return story.events
    }()

    /// Measured times, and a task that keeps the loop from another one.
    static let realTime: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "sleeper", parent: 1)
        story.at(0.083)
        story.wait(1, for: .task(2))
        story.at(0.11)
        story.run(2)
        story.at(0.125)
        story.sleep(2, until: 20.125)
        story.at(20.412)
        story.ready(2)
        story.at(31.7)
        story.run(2)
        story.at(31.72)
        story.end(2, .value("late"))
        story.at(31.8)
        story.end(1, .value(""))
        return story.events
    }()

    /// Everything happens at 0.
    static let instant: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "one", parent: 1)
        story.create(3, "two", parent: 1)
        story.wait(1, for: .task(2))
        story.end(2, .value("1"))
        story.end(3, .value("2"))
        story.end(1, .value(""))
        return story.events
    }()

    /// Each task makes the next.
    static func chain(_ depth: Int) -> [TraceEvent] {
        var story = TraceScript()
        for task in 1...depth { story.begin(task, "level-\(task)", parent: task > 1 ? task - 1 : nil) }
        story.at(10)
        for task in (1...depth).reversed() { story.end(task, .value("")) }
        return story.events
    }

    /// One parent and many children, each a millisecond longer than the one before.
    static func crowd(_ count: Int) -> [TraceEvent] {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for child in 0..<count { story.begin(child + 2, "fetch-\(child)", parent: 1) }
        for child in 0..<count {
            story.at(Double(child + 40))
            story.end(child + 2, child % 7 == 3 ? .error("NetError") : .value("\(child)"))
        }
        story.end(1, .value(""))
        return story.events
    }
}

extension Stories {
    /// Names and values that a person or an attacker may choose.
    static let names: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "main task of the whole program")
        story.begin(2, "日本語のとても長い名前です", parent: 1)
        story.begin(3, "\u{1B}[2J\u{202E}evil", parent: 1)
        story.begin(4, "", parent: 1)
        story.at(10)
        story.end(2, .value("日本語のとても長い値です"))
        story.end(3, .value("line\nline\u{7}"))
        story.end(4, .error("Outer<Inner<Of<Many<Types>>>>"))
        story.end(1, .value(#"["Result 1", "Result 2"]"#))
        return story.events
    }()

    /// What no kit would write: times that run backwards, the largest numbers, tasks and scopes that are not there,
    /// parents that are their own children, things that happen twice or after the end.
    static let hostile: [TraceEvent] = {
        func event(_ time: Int64, _ task: Int, _ kind: TraceEvent.Kind) -> TraceEvent {
            TraceEvent(seq: .max, time: time, realTime: .min, task: task, kind: kind)
        }
        return [
            event(.min, 1, .created(name: "a\u{0}\n", parent: 1, scope: 9)),
            event(5, 2, .created(name: "b", parent: 3, scope: .min)),
            event(-5, 3, .created(name: "c", parent: 2, scope: nil)),
            event(7, 3, .created(name: "c again", parent: nil, scope: nil)),
            event(1, .min, .started), event(1, 0, .started), event(1, -1, .created(name: "d", parent: 0, scope: 0)),
            event(9, 99, .resumed),
            event(9, 1, .scopeOpened(id: 1, scope: .gather, members: [1, 1, 99, -7, .max], deadline: .min)),
            event(9, 1, .scopeOpened(id: 1, scope: .timeout, members: [], deadline: .max)),
            event(9, 7, .scopeClosed(id: 5)),
            event(.max, 2, .suspended(on: .sleep(until: .min))), event(.min, 2, .resumed),
            event(0, 2, .cancelRequested(by: .max, message: "\u{1B}")), event(0, 2, .finished(.value("\n"))),
            event(0, 2, .finished(.error(type: "", description: ""))), event(0, 2, .started),
            event(.max, 3, .suspended(on: .scope(77))), event(.max, 99, .suspended(on: .task(78))),
            event(0, 1, .note(.callbackFailed, "\u{9B}31m")),
        ]
    }()
}

extension Stories {
    /// A timeout in a timeout, a shield, and a group beside another child.
    static let scopes: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "backup", parent: 1)
        story.open(.timeout, 1, in: 1, deadline: 400)
        story.open(.group, 2, in: 1)
        story.create(3, "left", parent: 1, scope: 2)
        story.create(4, "right", parent: 1, scope: 2)
        story.wait(1, for: .scope(2))
        story.run(2)
        story.sleep(2, until: 500)
        story.run(3)
        story.open(.timeout, 3, in: 3, deadline: 100)
        story.sleep(3, until: 300)
        story.run(4)
        story.create(5, "payment", parent: 4)
        story.open(.shield, 4, in: 4, members: [5])
        story.wait(4, for: .future(1))
        story.run(5)
        story.sleep(5, until: 250)
        story.at(100)
        story.cancel(3)
        story.close(3, in: 3)
        story.end(3, .error("TimeoutError"))
        story.cancel(4, by: 1)
        story.close(4, in: 0)
        story.end(4, .cancelled)
        story.close(2, in: 1)
        story.run(1)
        story.close(1, in: 1)
        story.wait(1, for: .task(2))
        story.at(250)
        story.end(5, .value("paid"))
        story.at(500)
        story.end(2, .value(""))
        story.end(1, .value(""))
        return story.events
    }()

    /// Short work, and an hour's pause in the middle of it.
    static let idle: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        for (begin, end) in [(0.0, 10.0), (10, 20), (20, 3_600_020), (3_600_020, 3_600_030)] {
            story.at(begin)
            if begin > 0 { story.run(1) }
            story.sleep(1, until: end)
        }
        story.at(3_600_030)
        story.end(1, .value(""))
        return story.events
    }()

    /// Two tasks that wait for one another.
    static let deadlock: [TraceEvent] = {
        var story = TraceScript()
        story.begin(1, "Task-1")
        story.create(2, "hen", parent: 1, scope: 1)
        story.create(3, "egg", parent: 1, scope: 1)
        story.open(.gather, 1, in: 1, members: [2, 3])
        story.wait(1, for: .scope(1))
        story.run(2)
        story.wait(2, for: .task(3))
        story.run(3)
        story.wait(3, for: .task(2))
        story.note(.deadlock, "hen waits for egg")
        return story.events
    }()
}
