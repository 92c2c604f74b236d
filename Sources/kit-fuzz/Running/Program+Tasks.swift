import ConcurrencyKit

/// Suspending, tasks, and their cancellation.
extension Program {
    func turn(_ node: Node, _ frame: Frame) async throws {
        try await sleep(for: ticks(node.a.isMultiple(of: 4) ? -1 : 0))
        say(frame, "turn")
    }

    func nap(_ node: Node, _ frame: Frame) async throws {
        try await sleep(for: ticks(1 + node.b % 9))
        say(frame, "woke")
    }

    func napValue(_ node: Node, _ frame: Frame) async throws {
        let value = try await sleep(for: ticks(node.b % 9), returning: node.a)
        say(frame, "woke with \(value)")
    }

    func holdUp(_ node: Node, _ frame: Frame) {
        block(for: ticks(1 + node.b % 5))
        say(frame, "held up the loop")
    }

    func spawn(_ node: Node, _ frame: Frame) {
        guard !isClosing else { return }
        let kind = node.b % 6
        let task =
            if kind == 0 {
                spawn(node.blocks[0], start: .eager)
            } else if kind == 1, !contexts.isEmpty {
                spawn(node.blocks[0], context: contexts[node.a % contexts.count], start: .scheduled)
            } else {
                spawn(node.blocks[0])
            }
        say(frame, "made \(name(of: task))\(kind == 0 ? " eagerly" : "")")
    }

    func callInline(_ node: Node, _ frame: Frame) async throws {
        let (_, body) = body(node.blocks[0])
        // Half of them as a coroutine object, half as a plain call: the same to the task.
        let coroutine = node.a.isMultiple(of: 2) ? Coroutine { try await body() } : nil
        try await attempt(node.b % 3, frame, "call") {
            if let coroutine { try await coroutine.value } else { try await body() }
        }
    }

    func eagerFactory(_ frame: Frame) {
        isEager.toggle()
        loop.taskFactory = isEager ? .eager : .standard
        say(frame, "eager \(isEager)")
    }

    func awaitTask(_ node: Node, _ frame: Frame) async throws {
        guard let task = laterTask(node.a, frame) else { return }
        try await attempt(node.b % 3, frame, name(of: task)) { try await task.value }
    }

    func cancel(_ node: Node, _ frame: Frame) {
        guard let task = anyTask(node.a) else { return }
        say(frame, "cancels \(name(of: task))")
        let hadEffect = task.cancel(message(node.b))
        say(frame, "cancels \(name(of: task)): \(hadEffect), \(task.cancelling)")
    }

    func cancelSelf(_ node: Node, _ frame: Frame) {
        let task = LoopTask.current!
        let hadEffect = task.cancel(message(node.b))
        say(frame, "cancels itself: \(hadEffect), \(task.cancelling)")
    }

    func uncancel(_ node: Node, _ frame: Frame) {
        let current = LoopTask.current!
        let task = node.b.isMultiple(of: 4) ? anyTask(node.a) ?? current : current
        say(frame, "uncancels \(name(of: task)): \(task.uncancel())")
    }

    func query(_ node: Node, _ frame: Frame) {
        guard let task = anyTask(node.a) else { return }
        let state = "\(name(of: task)) \(task.done) \(task.cancelled) \(task.cancelling)"
        say(frame, "asks \(state) \(exception(of: task))")
    }

    func query(_ future: Future<some Any>, _ frame: Frame, _ name: String) {
        say(frame, "asks \(name) \(future.done) \(future.cancelled) \(exception(of: future))")
    }

    private func exception(of future: some FutureLike) -> String {
        do { return try future.exception().map(named) ?? "nil" } catch { return "threw \(named(error))" }
    }

    func result(_ node: Node, _ frame: Frame) {
        guard let task = anyTask(node.a) else { return }
        say(frame, "reads \(name(of: task)): \(text(Result { try task.result() }))")
    }
}
