import ConcurrencyKit

/// Time limits, wait, asCompleted.
extension Program {
    func limitTime(_ node: Node, _ frame: Frame) async throws {
        let delay = limit(node.b)
        let block =
            node.a.isMultiple(of: 3) ? Timeout(at: delay.map { loop.time + $0 }) : Timeout(after: delay)
        timeouts.append(block)
        let name = "d\(timeouts.count - 1)"
        defer { say(frame, "\(name) expired \(block.expired)") }
        do {
            try await block.run {
                say(frame, "enters \(name), \(when(block))")
                try await run(node.blocks[0], frame)
            }
            say(frame, "leaves \(name)")
        } catch is TimeoutError {
            say(frame, "\(name) threw Timeout, cancelling \(LoopTask.current!.cancelling)")
        }
    }

    private func when(_ block: Timeout) -> String {
        block.when.map { "until \(tickCount($0))" } ?? "no limit"
    }

    func reschedule(_ node: Node, _ frame: Frame) {
        guard !timeouts.isEmpty else { return }
        let index = node.a % timeouts.count
        let outcome: String
        do {
            let time = node.b.isMultiple(of: 4) ? nil : loop.time + ticks(node.b % 12 - 2)
            try timeouts[index].reschedule(at: time)
            outcome = when(timeouts[index])
        } catch {
            outcome = named(error)
        }
        say(frame, "moves d\(index): \(outcome)")
    }

    func waitFor(_ node: Node, _ frame: Frame) async throws {
        let delay = limit(node.b)
        let subject: any Awaitable<Any>
        switch node.c % 3 {
        case 0:
            guard let coroutine = coroutines(node.blocks).coroutines.first else { return }
            subject = coroutine
        case 1:
            guard let task = laterTask(node.a, frame) else { return }
            if node.b.isMultiple(of: 2) { subject = shield(task) } else { subject = task }
        default: subject = futures[node.a % 4]
        }
        try await attempt(node.a % 3, frame, "waitFor") { try await wait(for: subject, timeout: delay) }
    }

    /// Opens the existential.
    private func wait<Awaited: Awaitable<Any>>(for subject: Awaited, timeout: Duration?) async throws -> Any {
        try await ConcurrencyKit.wait(for: subject, timeout: timeout)
    }

    func waitForTasks(_ node: Node, _ frame: Frame) async throws {
        var items = laterTasks(node, frame, count: node.b % 5).map(\.future)
        if node.c.isMultiple(of: 3) { items.append(futures[node.c % 4]) }
        let delay = node.c.isMultiple(of: 4) ? nil : limit(node.c)
        let condition: WaitCondition = [.firstCompleted, .firstError, .allCompleted][node.b % 3]
        try await attempt(node.a % 3, frame, "wait") {
            let (done, pending) = try await ConcurrencyKit.wait(for: items, until: condition, timeout: delay)
            return "done [\(names(done))] pending [\(names(pending))]"
        }
    }

    private func names(_ futures: [Future<Any>]) -> String {
        futures.map { name(of: $0) }.joined(separator: ", ")
    }

    func completed(_ node: Node, _ frame: Frame) async throws {
        let (coroutines, label) = coroutines(node.blocks)
        let tasks = coroutines.isEmpty ? laterTasks(node, frame, count: node.b % 5) : []
        let delay = node.c.isMultiple(of: 2) ? nil : limit(node.b)
        let sequence =
            coroutines.isEmpty ? asCompleted(tasks, timeout: delay) : asCompleted(coroutines, timeout: delay)
        switch node.c % 3 {
        case 0: try await iterate(sequence, most: 1 + node.b % 4, least: min(least(tasks), label), frame)
        case 1:
            for handle in sequence.handles { try await attempt(0, frame, "handle") { try await handle.value } }
        default:
            let handles = sequence.handles
            try await attempt(node.a % 3, frame, "handles") { try await gatherResults(handles) }
        }
        say(frame, "asCompleted is over")
    }

    private func iterate(
        _ sequence: AsCompleted<LoopTask<Any>>,
        most: Int,
        least: Int,
        _ frame: Frame
    ) async throws {
        var left = most
        do {
            for try await task in sequence {
                say(frame, "completed \(name(of: task))")
                left -= 1
                if left == 0 {
                    sequences.append((sequence, least))
                    break
                }
            }
        } catch is TimeoutError {
            say(frame, "asCompleted threw Timeout")
        }
    }

    func resume(_ node: Node, _ frame: Frame) async throws {
        let indices = sequences.indices.filter { sequences[$0].least > frame.owner }
        guard !indices.isEmpty else { return }
        let index = indices[node.a % indices.count]
        try await attempt(node.b % 3, frame, "s\(index)") {
            try await sequences[index].sequence.next().map { name(of: $0) } ?? "nothing"
        }
    }
}
