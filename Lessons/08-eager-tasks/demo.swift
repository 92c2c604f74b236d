import ConcurrencyKit

func greet(_ name: String, staying seconds: Int) async throws {
    print("hello \(name)")
    try await sleep(for: .seconds(seconds))
    print("goodbye \(name)")
}

try run {
    EventLoop.running!.taskFactory = .eager
    let ada = createTask { try await greet("Ada", staying: 1) }
    print("Ada's task is made")
    let ben = createTask { try await greet("Ben", staying: 2) }
    print("Ben's task is made")
    try await gather(ada, ben)
}
