import ConcurrencyKit

func greet(_ name: String) async -> String {
    "hello \(name)"
}

try run {
    let greeting = Coroutine { await greet("Ada") }
    print("first: \(try await greeting.value)")
    do {
        print("second: \(try await greeting.value)")
    } catch is LoopError {
        print("second: refused")
    }
}
