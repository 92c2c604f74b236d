import ConcurrencyKit

// slice: slots
final class Slots {
    private var free: Int
    private var waiting: [Future<Void>] = []
    let isCareful: Bool

    init(_ count: Int, careful: Bool) {
        free = count
        isCareful = careful
    }

    func take() async throws {
        if free > 0 {
            free -= 1
            return
        }
        let mine = Future<Void>()
        waiting.append(mine)
        do {
            try await mine.value
        } catch {
            if isCareful, !mine.cancelled { giveBack() }
            throw error
        }
    }

    func giveBack() {
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            if (try? next.setResult()) != nil { return }
        }
        free += 1
    }
}
// end

// slice: main
func fetch(_ path: String, _ slots: Slots) async throws {
    try await slots.take()
    print("\(path) has a slot")
    slots.giveBack()
}

func twoFetches(_ slots: Slots) async throws {
    try await slots.take()
    let news = createTask { try await fetch("/news", slots) }
    try await sleep(for: .seconds(1))
    let sport = createTask { try await fetch("/sport", slots) }
    try await sleep(for: .seconds(1))
    slots.giveBack()
    news.cancel()
    do {
        try await timeout(after: .seconds(60)) { try await sport.value }
    } catch is TimeoutError {
        print("/sport waits in vain")
    }
}

try run {
    try await twoFetches(Slots(1, careful: true))
    try await twoFetches(Slots(1, careful: false))
}
// end
