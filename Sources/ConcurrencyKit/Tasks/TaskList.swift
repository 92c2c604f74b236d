/// The unfinished tasks of a loop in creation order. Adding and removing take constant time.
struct TaskList {
    private var first: TaskCore?
    private unowned(unsafe) var last: TaskCore?
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ task: TaskCore) {
        task.previous = last
        if let last { last.next = task } else { first = task }
        last = task
        count += 1
    }

    mutating func remove(_ task: TaskCore) {
        let next = task.next
        if let next { next.previous = task.previous } else { last = task.previous }
        if let previous = task.previous { previous.next = next } else { first = next }
        task.next = nil
        task.previous = nil
        count -= 1
    }

    var array: [TaskCore] {
        var tasks: [TaskCore] = []
        tasks.reserveCapacity(count)
        var task = first
        while let present = task {
            tasks.append(present)
            task = present.next
        }
        return tasks
    }

    /// Lets go of what is left, one by one: dropping a long chain at once would recurse.
    mutating func removeAll() {
        while let task = first { remove(task) }
    }
}
