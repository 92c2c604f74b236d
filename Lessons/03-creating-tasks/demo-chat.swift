import ConcurrencyKit

let readers = [("Ada", 1), ("Ben", 6), ("Cleo", 2)]

// slice: room
final class ChatRoom {
    private var deliveries: [LoopTask<Void>] = []

    func post(_ text: String) {
        for (reader, seconds) in readers {
            let delivery = createTask(name: "\(text) to \(reader)") {
                try await sleep(for: .seconds(seconds))
                print("\(reader) reads \(text)")
            }
            deliveries.append(delivery)
            delivery.addDoneCallback { done in
                self.deliveries.removeAll { $0 == done }
            }
        }
        print("\(text) is posted, \(deliveries.count) on the way")
    }

    func close() async throws {
        for delivery in deliveries { try await delivery.value }
        print("room is closed")
    }
}
// end

// slice: main
try run {
    let room = ChatRoom()
    room.post("hello")
    try await sleep(for: .seconds(3))
    room.post("bye")
    try await room.close()
}
// end
