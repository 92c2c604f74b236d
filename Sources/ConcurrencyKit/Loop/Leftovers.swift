/// What a run has left behind on its loop.
package struct Leftovers: Sendable {
    package struct Task: Sendable {
        package let name: String
        /// "sleeps until …", "waits for …", "ready".
        package let state: String
        /// Where it waits or was last, if the kit knows; else where it was created.
        package let location: SourceLocation
        package let birthplace: SourceLocation
    }

    /// Unfinished tasks in creation order.
    package let tasks: [Task]
    /// Callbacks that wait for their time. Sleeping tasks are none.
    package let timers: Int
    /// Threads that still work for the loop.
    package let threads: Int
}

extension EventLoop {
    /// Threads have worked for this loop: in what order things became ready is not the loop's choice alone.
    package var hasUsedThreads: Bool { outstanding.hasWorked }

    /// What would keep the loop going now.
    package var leftovers: Leftovers {
        let deadlines = timers.deadlines
        return Leftovers(
            tasks: tasks.array.map { task in
                .init(
                    name: task.name,
                    state: task.stateDescription(running: nil, deadlines: deadlines),
                    location: task.place,
                    birthplace: task.birthplace
                )
            },
            timers: timers.count { $0.entry.kind == .handle && !isDead($0) },
            threads: outstanding.count
        )
    }
}
