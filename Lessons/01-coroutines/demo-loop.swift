import ConcurrencyKit

func log(_ text: String) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

func make(_ dish: String, seconds: Int) async throws -> String {
    log("\(dish) begun")
    try await sleep(for: .seconds(seconds))
    log("\(dish) ready")
    return dish
}

// slice: main
try run {
    for dish in ["tea", "toast", "egg"] {
        let task = createTask(name: dish) {
            try await make(dish, seconds: 2)
        }
        _ = try await task.value
    }
    log("main ends")
}
// end
