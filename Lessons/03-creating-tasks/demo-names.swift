import ConcurrencyKit

func whoAmI() async -> String {
    LoopTask.current?.name ?? "nobody"
}

try run {
    let first = createTask { await whoAmI() }
    let second = createTask(name: "backup") { await whoAmI() }
    let third = createTask { await whoAmI() }
    print(await whoAmI())
    print(try await third.value)
    print(try await second.value)
    print(try await first.value)
}
