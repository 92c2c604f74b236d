import ConcurrencyKit

struct NoSpace: Error {}

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\(seconds)] \(text)")
}

// slice: download
func download(_ file: String, pausing pauses: [Int]) async throws -> Int {
    for (index, pause) in pauses.enumerated() {
        LoopTask.current?.name = "\(file) \(index)/\(pauses.count)"
        if pause < 0 { throw NoSpace() }
        try await sleep(for: .seconds(pause))
    }
    return pauses.count * 10
}
// end

// slice: manager
final class Downloads {
    private var running: Set<LoopTask<Int>> = []
    private var lastNames: [LoopTask<Int>: String] = [:]

    func add(_ file: String, pausing pauses: [Int]) {
        let task = createTask(name: file) {
            try await download(file, pausing: pauses)
        }
        running.insert(task)
        task.addDoneCallback(ended)
    }

    private func ended(_ task: LoopTask<Int>) throws {
        running.remove(task)
        if task.cancelled {
            log("\(task.name): stopped")
        } else if try task.exception() != nil {
            log("\(task.name): failed")
        } else {
            log("\(task.name): \(try task.result()) MB")
        }
    }

    func watch() async throws {
        while !running.isEmpty {
            let names = running.map(\.name).sorted()
            log("running: \(names)")
            try await sleep(for: .seconds(2.5))
            for task in running {
                if lastNames[task] == task.name { task.cancel() }
                lastNames[task] = task.name
            }
        }
    }
}
// end

// slice: main
try run {
    let downloads = Downloads()
    downloads.add("film", pausing: [1, 2, 1, 2])
    downloads.add("song", pausing: [1, 2])
    downloads.add("book", pausing: [2, 60])
    downloads.add("game", pausing: [3, 1, -1])
    try await downloads.watch()
    log("nothing is left")
}
// end
