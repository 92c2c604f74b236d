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
    let tea = createTask(name: "tea") {
        try await make("tea", seconds: 3)
    }
    let toast = createTask(name: "toast") {
        try await make("toast", seconds: 2)
    }
    log("both tasks made")
    log("served: \(try await tea.value) and \(try await toast.value)")
}
// end
