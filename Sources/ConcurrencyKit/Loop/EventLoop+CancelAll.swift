extension EventLoop {
    /// Cancels unfinished tasks, in this order: each as if by itself, but in time in proportion to their number. One after
    /// another they would walk a chain of tasks that await each other once for each of its tasks.
    func cancelAll(_ tasks: [TaskCore]) {
        // A trace tells of each request at each task.
        let isTraced = tracer != nil
        var requests = ChainedRequests()
        for task in tasks {
            if !isTraced, let end = requests.end(of: task) {
                end.cancelEnd(message: nil)
            } else {
                task.cancel(message: nil)
            }
        }
        requests.count()
    }
}

/// Requests on their way down chains of tasks that await each other.
private struct ChainedRequests {
    /// Where a request to a task arrives, for those that have been asked.
    private var ends: [ObjectIdentifier: TaskCore] = [:]
    /// What the tasks in `ends` await, and what they have been asked; each after those that await it, if those came first.
    private var links: [ObjectIdentifier: (task: TaskCore, next: TaskCore?, requests: Int)] = [:]

    /// The end of the chain that begins with `task`, which is asked once more. Nil if the request must go its own way: it
    /// comes to a circle, or to a gather, through which it may come back to the chain.
    mutating func end(of task: TaskCore) -> TaskCore? {
        var path: [(task: TaskCore, next: TaskCore?)] = []
        var onPath: Set<ObjectIdentifier> = []
        var last = task
        var end: TaskCore?
        while end == nil {
            end = ends[ObjectIdentifier(last)]
            guard end == nil else { break }
            guard onPath.insert(ObjectIdentifier(last)).inserted else { return nil }
            let next = last.nextInChain
            path.append((last, next))
            if let next { last = next } else { end = last }
        }
        guard let end, !end.waitsForGather else { return nil }
        for (task, next) in path {
            ends[ObjectIdentifier(task)] = end
            links[ObjectIdentifier(task)] = (task, next, 0)
        }
        links[ObjectIdentifier(task)]?.requests += 1
        return end
    }

    /// Adds to the count of each task the requests that have come through it.
    mutating func count() {
        var waiting: [ObjectIdentifier: Int] = [:]
        for case (_, let next?, _) in links.values { waiting[ObjectIdentifier(next), default: 0] += 1 }
        var ready = links.keys.filter { waiting[$0] == nil }
        while let key = ready.popLast() {
            guard let (task, next, requests) = links[key] else { continue }
            task.cancelRequests += requests
            guard let next else { continue }
            let nextKey = ObjectIdentifier(next)
            links[nextKey]?.requests += requests
            waiting[nextKey]? -= 1
            if waiting[nextKey] == 0 { ready.append(nextKey) }
        }
    }
}

extension TaskCore {
    /// The task to which this one passes a request on.
    fileprivate var nextInChain: TaskCore? {
        guard holds.isEmpty, case .future(let awaited as TaskCore) = waiter, awaited.isPending else { return nil }
        return awaited
    }

    fileprivate var waitsForGather: Bool {
        if case .future(is GatherCore) = waiter { return holds.isEmpty }
        return false
    }

    /// A request that has come to the end of its chain, and is counted elsewhere.
    fileprivate func cancelEnd(message: String?) {
        if !holdBack(message: message, fromDepth: 0) { cancelHere(message: message) }
    }
}
