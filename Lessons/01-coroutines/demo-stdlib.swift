func greet(_ name: String) async -> String {
    print("greet runs")
    return "hello \(name)"
}

let greeting = { await greet("Ada") }
print("made")
print(await greeting())
print("main ends")
