import ConcurrencyKit

/// Futures that others set, callbacks, and contexts.
extension Program {
    func setFuture(_ a: Int, _ b: Int, _ who: some CustomStringConvertible) {
        let future = futures[a % 4]
        let outcome: String
        do {
            switch b % 4 {
            case 2:
                try future.setException(Boom(number: a))
                outcome = "error"
            case 3: outcome = "cancel \(future.cancel(message(b)))"
            default:
                try future.setResult(a)
                outcome = "result"
            }
        } catch {
            outcome = named(error)
        }
        say(who, "sets f\(a % 4): \(outcome)")
    }

    // MARK: Done callbacks

    private func addCallback(to future: Future<Any>, a: Int, b: Int) -> String {
        let number = removals.count + 1
        let callback = future.addDoneCallback { [self] ended in
            let state = ended.cancelled ? "cancelled" : ended.done ? "done" : "pending"
            say("c\(number)", "sees \(name(of: future)) \(state), x \(variable.value)")
            if b % 5 == 0 { throw Boom(number: a) }
            if b % 5 == 1, removals.count < 30 { _ = addCallback(to: future, a: a, b: 2) }
            if b % 5 == 3 { cancel(a, from: "c\(number)") }
        }
        removals.append { future.removeDoneCallback(callback) }
        return "c\(number)"
    }

    func taskCallback(_ node: Node, _ frame: Frame) {
        guard let task = anyTask(node.a) else { return }
        say(frame, "adds \(addCallback(to: task.future, a: node.a, b: node.b)) to \(name(of: task))")
    }

    func futureCallback(_ node: Node, _ frame: Frame) {
        let future = futures[node.a % 4]
        say(frame, "adds \(addCallback(to: future, a: node.a, b: node.b)) to \(name(of: future))")
    }

    func removeCallback(_ node: Node, _ frame: Frame) {
        guard !removals.isEmpty else { return }
        let index = node.a % removals.count
        say(frame, "removes c\(index + 1): \(removals[index]())")
    }

    // MARK: Callbacks of the loop

    private func cancel(_ number: Int, from who: String) {
        guard let task = anyTask(number) else { return }
        say(who, "cancels \(name(of: task)): \(task.cancel())")
    }

    private func newHandle(_ node: Node, _ make: (@escaping () throws -> Void) -> Handle) -> String {
        let name = "h\(handles.count)"
        let handle = make { [self] in
            say(name, "fires in \(LoopTask.current == nil ? "no task" : "a task"), x \(variable.value)")
            switch node.c % 5 {
            case 1: cancel(node.a, from: name)
            case 2: setFuture(node.a, node.b, name)
            case 3: throw Boom(number: node.a)
            default: break
            }
        }
        handles.append(handle)
        return name
    }

    func callSoon(_ node: Node, _ frame: Frame) {
        let context = !contexts.isEmpty && node.b.isMultiple(of: 3) ? contexts[node.a % contexts.count] : nil
        say(frame, "calls \(newHandle(node) { loop.callSoon(context: context, $0) }) soon")
    }

    func callLater(_ node: Node, _ frame: Frame) {
        say(frame, "calls \(newHandle(node) { loop.callLater(ticks(node.b % 9), $0) }) later")
    }

    func callAt(_ node: Node, _ frame: Frame) {
        let when = loop.time + ticks(node.b % 9 - 3)
        say(frame, "calls \(newHandle(node) { loop.call(at: when, $0) }) at")
    }

    func callTask(_ node: Node, _ frame: Frame) {
        guard !isClosing else { return }
        let (label, body) = body(node.blocks[0])
        loop.callLater(ticks(node.b % 4)) { [self] in
            guard !isClosing else { return }
            register(label, createTask(name: "t\(label)", body))
            say("-", "made t\(label)")
        }
        say(frame, "will make t\(label)")
    }

    func cancelHandle(_ node: Node, _ frame: Frame) {
        guard !handles.isEmpty else { return }
        let index = node.a % handles.count
        handles[index].cancel()
        say(frame, "cancels h\(index)")
    }

    // MARK: Context variables

    func setVariable(_ node: Node, _ frame: Frame) {
        variable.value = node.a
        say(frame, "x is \(node.a)")
    }

    func withVariable(_ node: Node, _ frame: Frame) async throws {
        let token = variable.set(node.a)
        defer {
            variable.reset(token)
            say(frame, "x \(variable.value) again")
        }
        try await run(node.blocks[0], frame)
    }
}
