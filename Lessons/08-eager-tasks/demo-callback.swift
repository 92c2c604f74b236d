import ConcurrencyKit

// slice: chat
final class Room {
    var members: [String: LoopTask<Void>] = [:]

    func enter(_ name: String, staying seconds: Int) {
        let visitor = createTask {
            try await self.visit(name, seconds)
        }
        members[name] = visitor
        visitor.addDoneCallback { _ in
            self.members[name] = nil
        }
    }

    private func visit(_ name: String, _ seconds: Int) async throws {
        print("\(name) enters")
        if seconds > 0 {
            try await sleep(for: .seconds(seconds))
        }
        print("\(name) leaves")
    }
}
// end

try run {
    EventLoop.running!.taskFactory = .eager
    let room = Room()
    room.enter("Ada", staying: 2)
    room.enter("Ben", staying: 0)
    try await sleep(for: .seconds(3))
    print("still on the list: \(room.members.keys.sorted())")
}
