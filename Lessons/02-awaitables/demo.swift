import ConcurrencyKit

func cook(_ dish: String) async throws -> String {
    print("\(dish) on the stove")
    try await sleep(for: .seconds(2))
    return dish
}

try run {
    let soup = Coroutine { try await cook("soup") }
    let rice = createTask(name: "rice") { try await cook("rice") }
    let pizza = Future<String>()
    EventLoop.running?.callLater(.seconds(4)) {
        try pizza.setResult("pizza")
    }
    try await sleep(for: .seconds(1))
    print("main waits")
    print("got \(try await soup.value)")
    print("got \(try await rice.value)")
    print("got \(try await pizza.value)")
}
