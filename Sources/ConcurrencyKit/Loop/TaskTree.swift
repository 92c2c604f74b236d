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
        private let tree: Nodes
        private let index: Int

        fileprivate init(_ index: Int, of tree: Nodes) {
            self.tree = tree
            self.index = index
        }

        /// The name of the task.
        public var name: String { tree.all[index].name }
        /// "runs", "ready", "not started", "sleeps until …", "waits for …".
        public var state: String { tree.all[index].state }
        /// Where it is suspended or was last, if the kit knows; else where it was created.
        public var location: SourceLocation { tree.all[index].location }
        /// The tasks that it waits for, in argument order.
        public var waitsFor: [Node] { tree.all[index].below.map { Node($0, of: tree) } }
    }

    /// The tasks that nobody waits for, in creation order.
    public let roots: [Node]
    /// The names of tasks that wait for each other in a circle, the first again at the end: a deadlock. Empty if there is none.
    public let cycle: [String]

    /// All nodes side by side and not inside of each other: a chain of awaiting tasks may be longer than the stack.
    fileprivate final class Nodes: Sendable {
        struct Record {
            let name: String
            let state: String
            let location: SourceLocation
            var below: [Int] = []
        }
        let all: [Record]

        init(_ all: [Record]) { self.all = all }
    }

    init(tasks: [TaskCore], running: TaskCore?) {
        cycle = Deadlock(tasks: tasks).cycle
        let deadlines = tasks.first?.loop.timers.deadlines ?? [:]
        var awaited: Set<ObjectIdentifier> = []
        for task in tasks { for other in task.awaitedTasks { awaited.insert(ObjectIdentifier(other)) } }
        var shown: Set<ObjectIdentifier> = []
        var records: [Nodes.Record] = []
        var roots: [Int] = []

        func record(_ task: TaskCore) -> Int {
            shown.insert(ObjectIdentifier(task))
            let state = task.stateDescription(running: running, deadlines: deadlines)
            records.append(.init(name: task.name, state: state, location: task.place))
            return records.count - 1
        }
        // A task that two wait for, or that is part of a circle, is drawn below the first.
        func draw(_ root: TaskCore) {
            var path = [(node: record(root), waitsFor: root.awaitedTasks.reversed() as [TaskCore])]
            roots.append(path[0].node)
            while let last = path.indices.last {
                guard let next = path[last].waitsFor.popLast() else {
                    path.removeLast()
                    continue
                }
                guard !shown.contains(ObjectIdentifier(next)) else { continue }
                let node = record(next)
                records[path[last].node].below.append(node)
                path.append((node, next.awaitedTasks.reversed()))
            }
        }
        for task in tasks where !awaited.contains(ObjectIdentifier(task)) { draw(task) }
        // What is left waits in circles.
        for task in tasks where !shown.contains(ObjectIdentifier(task)) { draw(task) }
        let nodes = Nodes(records)
        self.roots = roots.map { Node($0, of: nodes) }
    }

    /// The tree, drawn with lines, a task in each; last the circle of a deadlock, if there is one.
    public var description: String {
        var lines: [String] = []
        var left = roots.reversed().map { (node: $0, first: "", rest: "") }
        while let (node, first, rest) = left.popLast() {
            lines.append("\(first)\(node.name)  \(node.state) (\(node.location))")
            for (index, child) in node.waitsFor.reversed().enumerated() {
                let (branch, indent) = index == 0 ? ("`- ", "   ") : ("|- ", "|  ")
                left.append((child, rest + branch, rest + indent))
            }
        }
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

    func stateDescription(running: TaskCore?, deadlines: [UInt64: Int64]) -> String {
        switch waiter {
        case .future(let future): "waits for \(future.description)"
        case .sleep(let timer, _):
            "sleeps\(deadlines[timer].map { " until \(Duration.nanoseconds($0))" } ?? "")"
        case .ready, .waking: "ready"
        case .none: self === running ? "runs" : body == nil ? "waits outside of the kit" : "not started"
        }
    }
}

extension FutureCore {
    /// The unfinished tasks without which this future is not done, in argument order.
    var unfinishedTasks: [TaskCore] {
        var tasks: [TaskCore] = []
        // A future that two wait for, such as a nested gather given twice, is looked into once.
        var seen: Set<ObjectIdentifier> = []
        var left = [self]
        while let future = left.popLast() {
            if let task = future as? TaskCore {
                if task.isPending { tasks.append(task) }
            } else if seen.insert(ObjectIdentifier(future)).inserted {
                left += future.awaitedFutures.reversed()
            }
        }
        return tasks
    }

    /// What this future, which is no task, waits for.
    private var awaitedFutures: [FutureCore] {
        switch self {
        case let gather as GatherCore: gather.children
        case let wait as WaitCore: wait.futures
        case let shield as ShieldCore: [shield.inner]
        case let group as GroupEndCore: group.children
        default: []
        }
    }
}
