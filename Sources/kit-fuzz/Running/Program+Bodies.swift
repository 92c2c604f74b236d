import ConcurrencyKit

extension Program {
    /// The label of a new body, and the body, which returns the label.
    func body(_ block: [Node]) -> (label: Int, run: () async throws -> Any) {
        let label = tasks.count
        tasks.append(nil)
        return (label, { try await self.run(label, block) })
    }

    private func run(_ label: Int, _ block: [Node]) async throws -> Any {
        let token = census.enter()
        defer { token.leave() }
        let current = LoopTask.current!
        let frame: Frame
        if let owner = labels[current.future], owner != label {
            frame = Frame(label: label, owner: owner)
            say(frame, "starts in t\(owner)")
        } else {
            register(label, current)
            current.name = "t\(label)"
            frame = Frame(label: label, owner: label)
            say(frame, "starts")
        }
        do {
            try await run(block, frame)
        } catch {
            say(frame, "ends \(named(error))")
            throw error
        }
        say(frame, "ends")
        return label
    }

    func register(_ label: Int, _ task: LoopTask<Any>) {
        labels[task.future] = label
        tasks[label] = task
    }

    @discardableResult
    func spawn(_ block: [Node], context: Context? = nil, start: TaskStart? = nil) -> LoopTask<Any> {
        let (label, body) = body(block)
        let task = createTask(name: "t\(label)", context: context, start: start, body)
        register(label, task)
        return task
    }

    /// None once main has ended: asyncio cancels what is left over then only once, the kit also what that makes.
    func coroutines(_ blocks: [[Node]]) -> (coroutines: [Coroutine<Any>], least: Int) {
        if isClosing { return ([], .max) }
        let bodies = blocks.map { body($0) }
        return (bodies.map { body in Coroutine { try await body.run() } }, bodies.map(\.label).min() ?? .max)
    }

    /// Awaits, and says what came. Mode 0 lets cancellations through, 1 every error, 2 none.
    func attempt(_ mode: Int, _ frame: Frame, _ what: String, _ awaited: () async throws -> Any) async throws {
        do {
            let value = try await awaited()
            say(frame, "\(what) gave \(text(value))")
        } catch let error as CancelledError {
            say(frame, "\(what) threw \(named(error)), cancelling \(LoopTask.current!.cancelling)")
            if mode != 2 { throw error }
        } catch {
            say(frame, "\(what) threw \(named(error))")
            if mode == 1 { throw error }
        }
    }

    func run(_ block: [Node], _ frame: Frame) async throws {
        for node in block { try await run(node, frame) }
    }

    private func run(_ node: Node, _ frame: Frame) async throws {
        switch node.operation {
        case .say: say(frame, "says \(node.a)")
        case .turn: try await turn(node, frame)
        case .nap: try await nap(node, frame)
        case .napValue: try await napValue(node, frame)
        case .oversleep: try await sleep(for: ticks(2000))
        case .holdUp: holdUp(node, frame)
        case .awaitTask: try await awaitTask(node, frame)
        case .awaitSelf: try await attempt(node.b % 3, frame, "self") { try await LoopTask.current!.value }
        case .cancel: cancel(node, frame)
        case .cancelSelf: cancelSelf(node, frame)
        case .uncancel: uncancel(node, frame)
        case .query: query(node, frame)
        case .result: result(node, frame)
        case .fail: throw Boom(number: node.a)
        case .failCancelled: throw CancelledError(message: message(node.b))
        case .awaitFuture:
            try await attempt(node.b % 3, frame, "f\(node.a % 4)") { try await futures[node.a % 4].value }
        case .setFuture: setFuture(node.a, node.b, frame)
        case .queryFuture: query(futures[node.a % 4], frame, "f\(node.a % 4)")
        case .taskCallback: taskCallback(node, frame)
        case .futureCallback: futureCallback(node, frame)
        case .removeCallback: removeCallback(node, frame)
        case .callSoon: callSoon(node, frame)
        case .callLater: callLater(node, frame)
        case .callAt: callAt(node, frame)
        case .callTask: callTask(node, frame)
        case .cancelHandle: cancelHandle(node, frame)
        case .readVariable: say(frame, "x \(variable.value)")
        case .setVariable: setVariable(node, frame)
        case .keepContext: contexts.append(Context.copy())
        case .awaitKept: try await awaitKept(node, frame)
        case .cancelKept: cancelKept(node, frame)
        case .queryKept: queryKept(node, frame)
        case .resume: try await resume(node, frame)
        case .reschedule: reschedule(node, frame)
        case .shieldTask: try await shieldTask(node, frame)
        case .shieldGather: try await shieldGather(node, frame)
        case .nestGathers: try await nestGathers(node, frame)
        case .wait: try await waitForTasks(node, frame)
        case .allTasks: say(frame, "all \(allNames())")
        case .whoAmI: say(frame, "is \(name(LoopTask.current!.name))")
        case .eagerFactory: eagerFactory(frame)
        case .spawn: spawn(node, frame)
        case .callInline: try await callInline(node, frame)
        case .shieldCall: try await shieldCall(node, frame)
        case .timeout: try await limitTime(node, frame)
        case .waitFor: try await waitFor(node, frame)
        case .group: try await group(node, frame)
        case .groupSpawn: groupSpawn(node, frame)
        case .withVariable: try await withVariable(node, frame)
        case .tryCancelled: try await tryCancelled(node, frame)
        case .tryError: try await tryError(node, frame)
        case .tryFinally: try await tryFinally(node, frame)
        case .gather: try await gather(node, frame)
        case .asCompleted: try await completed(node, frame)
        }
    }
}
