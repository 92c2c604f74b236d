import ConcurrencyKit

let paths = ["/news", "/weather", "/sport"]

func get(_ path: String) async throws -> String {
    try await sleep(for: .seconds(1))
    return path
}

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
let patience = Duration.milliseconds(1500)

func inside(_ path: String, _ slots: Slots) async throws -> String {
    try await slots.use {
        try await timeout(after: patience) { try await get(path) }
    }
}

func outside(_ path: String, _ slots: Slots) async throws -> String {
    try await timeout(after: patience) {
        try await slots.use { try await get(path) }
    }
}

// end

// slice: run
func report(_ name: String, _ results: [Result<String, any Error>]) {
    let good = results.filter { (try? $0.get()) != nil }
    print("\(name): \(good.count) of \(results.count)")
}

try run {
    let one = Slots(1)
    let patient = paths.map { path in
        createTask { try await inside(path, one) }
    }
    report("inside", try await gatherResults(patient))
    let other = Slots(1)
    let hasty = paths.map { path in
        createTask { try await outside(path, other) }
    }
    report("outside", try await gatherResults(hasty))
}
// end
