import ConcurrencyKit

let seconds = ["/news": 3, "/weather": 1, "/video": 1, "/old": 2, "/sport": 1]
let paths = ["/news", "/weather", "/video", "/old", "/sport"]

final class Network {
    var open = 0
    var most = 0

    func get(_ path: String) async throws -> String {
        open += 1
        most = max(most, open)
        defer { open -= 1 }
        try await sleep(for: .seconds(seconds[path] ?? 0))
        return "text of \(path)"
    }
}

// slice: slots
final class Slots {
    private var free: Int
    private var waiting: [Future<Void>] = []

    init(_ count: Int) { free = count }

    func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        try await take()
        defer { giveBack() }
        return try await body()
    }

    private func take() async throws {
        if free > 0 {
            free -= 1
            return
        }
        let mine = Future<Void>()
        waiting.append(mine)
        do {
            try await mine.value
        } catch {
            // It was ours already, and we shall not use it.
            if !mine.cancelled { giveBack() }
            throw error
        }
    }

    private func giveBack() {
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            if (try? next.setResult()) != nil { return }
        }
        free += 1
    }
}
// end

// slice: main
try run {
    let network = Network()
    let slots = Slots(2)
    let fetches = paths.map { path in
        createTask(name: path) {
            try await slots.use { try await network.get(path) }
        }
    }
    let texts = try await gather(fetches)
    print("\(texts.count) pages, at most \(network.most) at once")
}
// end
