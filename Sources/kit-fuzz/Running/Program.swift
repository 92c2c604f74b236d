import ConcurrencyKit

/// Runs a tree of operations on the kit. `Tests/Conformance/fuzz/program.py` does the same on asyncio, operation by operation.
///
/// Bodies have labels, t1, t2, … in the order in which they are made; t0 is main. A task waits only for tasks with larger
/// labels, so that nobody waits in a circle.
final class Program {
    let loop: EventLoop
    let log: Transcript
    private let blocks: [[Node]]

    /// By the future behind a task.
    var labels: [Future<Any>: Int] = [:]
    /// By label; nil until the task is known.
    var tasks: [LoopTask<Any>?] = []
    let futures = (0..<4).map { _ in Future<Any>() }
    let variable = ContextVariable("x", default: 0)
    var contexts: [Context] = []
    var handles: [Handle] = []
    /// Remove a callback; how many there were.
    var removals: [() -> Int] = []
    var kept: [Kept] = []
    /// With the smallest label that each waits for.
    var sequences: [(sequence: AsCompleted<LoopTask<Any>>, least: Int)] = []
    var timeouts: [Timeout] = []
    var groups: [LoopTaskGroup] = []
    var isClosing = false
    var isEager = false
    let census: Census

    init(loop: EventLoop, blocks: [[Node]], log: Transcript, census: Census) {
        self.loop = loop
        self.blocks = blocks
        self.log = log
        self.census = census
    }

    func say(_ who: some CustomStringConvertible, _ what: String) { log.say(who, what) }

    /// What asyncio's `run` is given.
    func main() async throws {
        let current = LoopTask.current!
        current.name = "t0"
        tasks.append(nil)
        labels[current.future] = 0
        let first = blocks.map { spawn($0) }
        _ = try await wait(for: first, timeout: ticks(300))
        for (number, future) in futures.enumerated() where !future.done { try future.setResult(100 + number) }
        _ = try await wait(for: first, timeout: ticks(300))
        try await sleep(for: ticks(10))
        isClosing = true
        say("t0", "ends, all \(allNames())")
    }

    /// How every task ended. Lets go of what holds on to the program: main's task, whose result it is, too.
    func summary() -> [String] {
        defer {
            (kept, sequences, handles, groups, tasks) = ([], [], [], [], [])
            labels = [:]
        }
        return tasks.enumerated().compactMap { label, task in
            task.map { task in
                let end = !task.done ? "pending" : task.cancelled ? "cancelled" : "done"
                return "t\(label) \(end) \(task.cancelling)"
            }
        }
    }

    func allNames() -> String { loop.allTasks.map { name($0.name) }.joined(separator: " ") }

    /// Automatic names count other things than CPython's do.
    func name(_ name: String) -> String { name.hasPrefix("Task-") ? "task" : name }

    func name(of future: Future<Any>) -> String {
        if let index = futures.firstIndex(of: future) { return "f\(index)" }
        return labels[future].map { "t\($0)" } ?? "task"
    }

    func name(of task: LoopTask<Any>) -> String { name(of: task.future) }

    // MARK: Choosing

    private func known(after label: Int) -> [LoopTask<Any>] { tasks.dropFirst(label + 1).compactMap { $0 } }

    func anyTask(_ number: Int) -> LoopTask<Any>? {
        let known = known(after: 0)
        return known.isEmpty ? nil : known[number % known.count]
    }

    func laterTask(_ number: Int, _ frame: Frame) -> LoopTask<Any>? {
        let known = known(after: frame.owner)
        return known.isEmpty ? nil : known[number % known.count]
    }

    func laterTasks(_ node: Node, _ frame: Frame, count: Int) -> [LoopTask<Any>] {
        (0..<count).compactMap { laterTask(node.a + node.b * $0, frame) }
    }

    func least(_ tasks: [LoopTask<Any>]) -> Int { tasks.compactMap { labels[$0.future] }.min() ?? .max }
}
