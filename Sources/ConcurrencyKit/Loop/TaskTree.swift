extension EventLoop {
    /// Who waits for whom, now: every unfinished task below the task that waits for it (Python 3.14's
    /// `python -m asyncio pstree`, promise 311).
    ///
    ///     print(loop.tree())
    ///     // Task-1  waits for a gather of 2 (demo/demo.swift:12)
    ///     // |- fetch-A  sleeps until 0.2 seconds (demo/demo.swift:5)
    ///     // `- fetch-B  runs
    public func tree() -> TaskTree { TaskTree(tasks: tasks.array, running: current) }
}

/// What ``EventLoop/tree()`` returns: a picture, and the same as values.
public struct TaskTree: Sendable, CustomStringConvertible {
    /// An unfinished task, and below it those that it waits for.
    public struct Node: Sendable {
        /// The name of the task.
        public let name: String
        /// "runs", "ready", "not started", "sleeps until …", "waits for …".
        public let state: String
        /// Where it is suspended or was last, if the kit knows; else where it was created.
        public let location: SourceLocation
        /// The tasks that it waits for, in argument order.
        public let waitsFor: [Node]
    }

    /// The tasks that nobody waits for, in creation order.
    public let roots: [Node]
    /// The names of tasks that wait for each other in a circle, the first again at the end: a deadlock. Empty if there is none.
    public let cycle: [String]

    init(tasks: [TaskCore], running: TaskCore?) {
        cycle = Deadlock(tasks: tasks).cycle
        var awaited: Set<ObjectIdentifier> = []
        for task in tasks { for other in task.awaitedTasks { awaited.insert(ObjectIdentifier(other)) } }
        var shown: Set<ObjectIdentifier> = []

        func node(_ task: TaskCore) -> Node {
            // A task that two wait for, or that is part of a circle, is drawn below the first.
            shown.insert(ObjectIdentifier(task))
            let below = task.awaitedTasks.filter { !shown.contains(ObjectIdentifier($0)) }
            return Node(
                name: task.name,
                state: task.stateDescription(running: running),
                location: task.place,
                waitsFor: below.compactMap { shown.contains(ObjectIdentifier($0)) ? nil : node($0) }
            )
        }
        var roots = tasks.filter { !awaited.contains(ObjectIdentifier($0)) }.map(node)
        // What is left waits in circles.
        for task in tasks where !shown.contains(ObjectIdentifier(task)) { roots.append(node(task)) }
        self.roots = roots
    }

    /// The tree, drawn with lines, a task in each; last the circle of a deadlock, if there is one.
    public var description: String {
        var lines: [String] = []
        func draw(_ node: Node, first: String, rest: String) {
            lines.append("\(first)\(node.name)  \(node.state) (\(node.location))")
            for (index, child) in node.waitsFor.enumerated() {
                let isLast = index == node.waitsFor.count - 1
                draw(child, first: rest + (isLast ? "`- " : "|- "), rest: rest + (isLast ? "   " : "|  "))
            }
        }
        for root in roots { draw(root, first: "", rest: "") }
        if !cycle.isEmpty { lines.append("deadlock: \(cycle.joined(separator: " -> "))") }
        return lines.joined(separator: "\n")
    }
}

extension TaskCore {
    /// The unfinished tasks that this one waits for, through gathers, waits, shields and groups.
    var awaitedTasks: [TaskCore] {
        guard case .future(let future) = waiter else { return [] }
        return future.unfinishedTasks
    }

    func stateDescription(running: TaskCore?) -> String {
        switch waiter {
        case .future(let future): "waits for \(future.description)"
        case .sleep(let timer, _):
            "sleeps\(loop.timers.deadline(of: timer).map { " until \(Duration.nanoseconds($0))" } ?? "")"
        case .ready, .waking: "ready"
        case .none: self === running ? "runs" : body == nil ? "waits outside of the kit" : "not started"
        }
    }
}

extension FutureCore {
    /// The unfinished tasks without which this future is not done.
    var unfinishedTasks: [TaskCore] {
        switch self {
        case let task as TaskCore: task.isPending ? [task] : []
        case let gather as GatherCore: gather.children.flatMap { $0 === gather ? [] : $0.unfinishedTasks }
        case let wait as WaitCore: wait.futures.flatMap(\.unfinishedTasks)
        case let shield as ShieldCore: shield.inner.unfinishedTasks
        case let group as GroupEndCore: group.children.flatMap(\.unfinishedTasks)
        default: []
        }
    }
}
