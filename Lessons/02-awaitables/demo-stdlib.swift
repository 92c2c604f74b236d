func cook(_ dish: String) async throws -> String {
    print("\(dish) on the stove")
    try await Task.sleep(for: .seconds(2))
    return dish
}

let soup = { try await cook("soup") }
let rice = Task { try await cook("rice") }
try await Task.sleep(for: .seconds(1))
print("main waits")
print("got \(try await soup())")
print("got \(try await rice.value)")
let pizza = await withCheckedContinuation { continuation in
    Task {
        try await Task.sleep(for: .seconds(1))
        continuation.resume(returning: "pizza")
    }
}
print("got \(pizza)")
