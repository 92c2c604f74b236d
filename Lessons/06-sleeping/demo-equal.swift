import ConcurrencyKit

func ring(_ name: String, after seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    print("\(name) rings")
}

try run {
    let phone = createTask(name: "phone") {
        try await ring("phone", after: 3)
    }
    try await sleep(for: .seconds(1))
    let clock = createTask(name: "clock") {
        try await ring("clock", after: 2)
    }
    let bell = createTask(name: "bell") {
        try await ring("bell", after: 1)
    }
    try await gather(phone, clock, bell)
}
