import ConcurrencyKit

final class Slots {
    private var free: Int
    private var waiting: [Future<Void>] = []
    private var isClosed = false

    init(_ count: Int) { free = count }

    func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        try await take()
        defer { giveBack() }
        return try await body()
    }

    private func take() async throws {
        if isClosed { throw CancelledError() }
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

    func close() {
        isClosed = true
        for future in waiting { future.cancel() }
    }
}

// slice: fetch
func fetch(_ path: String, taking seconds: Int, _ slots: Slots) async throws {
    try await slots.use {
        print("\(path) begins")
        defer { print("\(path) is closed") }
        try await sleep(for: .seconds(seconds))
        print("\(path) is there")
    }
}
// end

// slice: main
func fetchAll(_ fetches: [LoopTask<Void>], _ slots: Slots) async throws {
    do {
        _ = try await wait(for: fetches)
    } catch let cancellation as CancelledError {
        print("main is to stop")
        slots.close()
        _ = try? await wait(for: fetches, timeout: .seconds(2))
        for fetch in fetches { fetch.cancel() }
        _ = try await wait(for: fetches)
        throw cancellation
    }
}

func stop(_ main: LoopTask<Any>, after milliseconds: Int) {
    createTask {
        try await sleep(for: .milliseconds(milliseconds))
        main.cancel()
    }
}

do {
    try run {
        let slots = Slots(2)
        let pages = [("/news", 3), ("/video", 9), ("/sport", 1), ("/old", 1)]
        stop(LoopTask.current!, after: 2000)
        var fetches: [LoopTask<Void>] = []
        for (path, seconds) in pages {
            fetches.append(
                createTask(name: path) {
                    try await fetch(path, taking: seconds, slots)
                }
            )
            try await sleep(for: .milliseconds(100))
        }
        try await fetchAll(fetches, slots)
    }
} catch is CancelledError {
    print("stopped")
}
// end
