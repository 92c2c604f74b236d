import ConcurrencyKit

func step(_ name: String) async {
    print(name)
}

try run {
    let task = createTask { await step("task") }
    await step("one")
    await step("two")
    print("main waits")
    try await task.value
    print("main ends")
}
