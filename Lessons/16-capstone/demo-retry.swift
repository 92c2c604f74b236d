import ConcurrencyKit

struct Unavailable: Error {}

// slice: server
final class Network {
    private var failures = ["/weather": 2]

    func get(_ path: String) async throws -> String {
        try await sleep(for: .seconds(1))
        let left = failures[path] ?? 0
        failures[path] = left - 1
        if left > 0 { throw Unavailable() }
        return "text of \(path)"
    }
}
// end

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

// slice: main
func fetch(
    _ path: String,
    from network: Network,
    _ slots: Slots
) async throws -> String {
    var pause = Duration.seconds(1)
    for attempt in 1...3 {
        do {
            return try await slots.use {
                print("\(path): try \(attempt)")
                return try await network.get(path)
            }
        } catch is Unavailable where attempt < 3 {
            try await sleep(for: pause)
            pause *= 2
        }
    }
    throw Unavailable()
}

try run {
    let network = Network()
    let slots = Slots(1)
    let weather = createTask(name: "weather") {
        try await fetch("/weather", from: network, slots)
    }
    try await sleep(for: .milliseconds(500))
    let sport = createTask(name: "sport") {
        try await fetch("/sport", from: network, slots)
    }
    print(try await gather([weather, sport]))
}
// end
