import ConcurrencyKit

/// gather and shield, awaited at once or kept.
extension Program {
    private func keepOrAwait<Output>(
        _ node: Node,
        _ frame: Frame,
        _ what: String,
        least: Int,
        _ make: () -> Future<Output>
    ) async throws {
        let future = make()
        guard node.c % 4 == 1 else {
            return try await attempt(node.a % 3, frame, what) { try await future.value }
        }
        let query: (Frame, String) -> Void = { [self] frame, name in
            // shield gives back a task that is done.
            if let future = future as? Future<Any>, labels[future] != nil { return }
            self.query(future, frame, name)
        }
        kept.append(Kept(least: least, value: { try await future.value }, cancel: { future.cancel($0) }, query: query))
        say(frame, "keeps k\(kept.count - 1), a \(what)")
    }

    func gather(_ node: Node, _ frame: Frame) async throws {
        let tasks = laterTasks(node, frame, count: node.b % 4)
        let (coroutines, label) = coroutines(node.blocks)
        let least = min(least(tasks), label)
        var items: [any Awaitable<Any>] = tasks.map { $0 as any Awaitable<Any> }
        items += coroutines.map { $0 as any Awaitable<Any> }
        if node.c.isMultiple(of: 5) { items.append(futures[node.c % 4]) }
        if node.a.isMultiple(of: 3), let first = items.first { items.append(first) }
        if node.c.isMultiple(of: 7), let first = tasks.first { items.append(shield(first)) }
        if node.b.isMultiple(of: 3) {
            try await keepOrAwait(node, frame, "gather", least: least) { gatherResultsFuture(items) }
        } else if node.c % 4 == 1 {
            try await keepOrAwait(node, frame, "gather", least: least) { gatherFuture(items) }
        } else {
            try await attempt(node.a % 3, frame, "gather") { try await ConcurrencyKit.gather(items) }
        }
    }

    func nestGathers(_ node: Node, _ frame: Frame) async throws {
        let tasks = laterTasks(node, frame, count: 3)
        let inner = [gatherFuture(tasks.prefix(2)), gatherFuture(tasks.dropFirst())]
        try await keepOrAwait(node, frame, "nest", least: least(tasks)) { gatherFuture(inner) }
    }

    func shieldTask(_ node: Node, _ frame: Frame) async throws {
        guard let task = laterTask(node.a, frame) else { return }
        try await keepOrAwait(node, frame, "shield", least: least([task])) { shield(task) }
    }

    func shieldCall(_ node: Node, _ frame: Frame) async throws {
        let (coroutines, label) = coroutines(node.blocks)
        guard let coroutine = coroutines.first else { return }
        try await keepOrAwait(node, frame, "shield", least: label) { shield(coroutine) }
    }

    func shieldGather(_ node: Node, _ frame: Frame) async throws {
        let tasks = laterTasks(node, frame, count: 2)
        try await keepOrAwait(node, frame, "shield", least: least(tasks)) { shield(gatherFuture(tasks)) }
    }

    // MARK: What was kept

    func awaitKept(_ node: Node, _ frame: Frame) async throws {
        let indices = kept.indices.filter { kept[$0].least > frame.owner }
        guard !indices.isEmpty else { return }
        let index = indices[node.a % indices.count]
        try await attempt(node.b % 3, frame, "k\(index)", kept[index].value)
    }

    func cancelKept(_ node: Node, _ frame: Frame) {
        guard !kept.isEmpty else { return }
        let index = node.a % kept.count
        say(frame, "cancels k\(index): \(kept[index].cancel(message(node.b)))")
    }

    func queryKept(_ node: Node, _ frame: Frame) {
        guard !kept.isEmpty else { return }
        let index = node.a % kept.count
        kept[index].query(frame, "k\(index)")
    }
}
