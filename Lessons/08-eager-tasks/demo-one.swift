import ConcurrencyKit

func greet(_ name: String) async {
    print("hello \(name)")
}

try run {
    let ada = createTask { await greet("Ada") }
    let ben = createTask(start: .eager) { await greet("Ben") }
    print("both tasks are made")
    try await gather(ada, ben)
}
