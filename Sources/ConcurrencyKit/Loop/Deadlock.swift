/// The program can never go on: nothing is ready, no timer is set, no thread works for it. Says who waits for what.
public struct Deadlock: Error, CustomStringConvertible {
    /// A task that waits for something that will never come.
    public struct Stuck: Sendable, CustomStringConvertible {
        /// The name of the task.
        public let task: String
        /// "task 'b'", "future 1", "a gather of 3".
        public let waitsFor: String
        /// Where it waits, if the kit knows; else where the task was made.
        public let location: SourceLocation
        /// Where the task was made.
        public let birthplace: SourceLocation

        /// "task 'reader' waits for future 1 (demo/demo.swift:12)".
        public var description: String { "task '\(task)' waits for \(waitsFor) (\(location))" }
    }

    /// In creation order.
    public let stuck: [Stuck]
    /// Names of tasks that wait for each other in a circle, the first one repeated at the end; empty if there is none.
    public let cycle: [String]

    init(tasks: [TaskCore]) {
        stuck = tasks.map { task in
            let awaited =
                if case .future(let future) = task.waiter { future.description } else { "nothing that can come" }
            return Stuck(task: task.name, waitsFor: awaited, location: task.place, birthplace: task.birthplace)
        }
        cycle = Deadlock.cycle(among: tasks)
    }

    /// Several lines: a sentence, each of ``stuck``, and the ``cycle`` if there is one.
    public var description: String {
        var lines = ["deadlock: nothing is ready, no timer is set, and no thread will wake the loop"]
        lines += stuck.map { "  \($0)" }
        if !cycle.isEmpty { lines.append("  a circle: \(cycle.joined(separator: " -> "))") }
        return lines.joined(separator: "\n")
    }

    /// The same on one line.
    var summary: String { stuck.map(\.description).joined(separator: "; ") }

    /// Follows who awaits whom from each task. Backwards, so that the first argument of a gather is followed first.
    private static func cycle(among tasks: [TaskCore]) -> [String] {
        enum Mark { case onPath, finished }
        var marks: [ObjectIdentifier: Mark] = [:]
        // A stack of its own: a chain of awaiting tasks may be longer than the thread's.
        var path: [(task: TaskCore, unvisited: [TaskCore])] = []

        for root in tasks where marks[ObjectIdentifier(root)] == nil {
            marks[ObjectIdentifier(root)] = .onPath
            path.append((root, root.awaitedTasks.reversed()))
            while let last = path.indices.last {
                guard let task = path[last].unvisited.popLast() else {
                    marks[ObjectIdentifier(path.removeLast().task)] = .finished
                    continue
                }
                switch marks[ObjectIdentifier(task)] {
                case .finished: break
                case .onPath:
                    let start = path.firstIndex { $0.task === task } ?? last
                    return (path[start...].map(\.task) + [task]).map(\.name)
                case nil:
                    marks[ObjectIdentifier(task)] = .onPath
                    path.append((task, task.awaitedTasks.reversed()))
                }
            }
        }
        return []
    }
}
