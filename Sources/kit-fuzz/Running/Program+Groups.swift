import ConcurrencyKit

/// Task groups, and what handles errors.
extension Program {
    func group(_ node: Node, _ frame: Frame) async throws {
        try await attempt(node.a % 3, frame, "group") {
            try await withLoopTaskGroup { group in
                groups.append(group)
                let index = groups.count - 1
                for block in node.blocks.dropFirst() { spawn(block, in: index, frame) }
                try await run(node.blocks[0], frame)
                say(frame, "waits for g\(index)")
            }
            return "cancelling \(LoopTask.current!.cancelling)"
        }
    }

    func groupSpawn(_ node: Node, _ frame: Frame) {
        guard !groups.isEmpty else { return }
        // Mostly the group that was opened last.
        spawn(node.blocks[0], in: node.b.isMultiple(of: 3) ? node.a % groups.count : groups.count - 1, frame)
    }

    private func spawn(_ block: [Node], in index: Int, _ frame: Frame) {
        guard !isClosing else { return }
        let (label, body) = body(block)
        do {
            register(label, try groups[index].createTask(name: "t\(label)", body))
            say(frame, "made t\(label) in g\(index)")
        } catch {
            say(frame, "g\(index) refused t\(label): \(named(error))")
        }
    }

    func tryCancelled(_ node: Node, _ frame: Frame) async throws {
        do {
            try await run(node.blocks[0], frame)
        } catch let error as CancelledError {
            let task = LoopTask.current!
            say(frame, "caught \(named(error)), cancelling \(task.cancelling)")
            switch node.b % 3 {
            case 0: throw error
            case 1: say(frame, "swallows and uncancels: \(task.uncancel())")
            default: say(frame, "swallows")
            }
        }
    }

    func tryError(_ node: Node, _ frame: Frame) async throws {
        do {
            try await run(node.blocks[0], frame)
        } catch let error as CancelledError {
            throw error
        } catch {
            say(frame, "caught \(named(error))")
            if node.b.isMultiple(of: 4) { throw Boom(number: node.a) }
        }
    }

    func tryFinally(_ node: Node, _ frame: Frame) async throws {
        let outcome: (any Error)?
        do {
            try await run(node.blocks[0], frame)
            outcome = nil
        } catch {
            outcome = error
        }
        say(frame, "finally")
        try await run(node.blocks[1], frame)
        if let outcome { throw outcome }
    }
}
