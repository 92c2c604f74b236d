import ConcurrencyKit

func work(_ name: String) async {
    print("\(name) starts")
}

func lead() async {
    print("lead starts")
    createTask { await work("helper") }
    print("lead ends")
}

try run {
    createTask { await lead() }
    createTask { await work("clerk") }
    print("main waits")
    try await sleep(for: .seconds(1))
}
