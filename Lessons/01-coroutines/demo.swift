import ConcurrencyKit

func greet(_ name: String) async -> String {
    print("greet runs")
    return "hello \(name)"
}

try run {
    let greeting = Coroutine { await greet("Ada") }
    print("made")
    print(try await greeting.value)
    print("main ends")
}
