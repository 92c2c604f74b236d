import ConcurrencyKit

func fan(
    _ name: String,
    after seconds: Int,
    doors: Future<String>
) async throws {
    try await sleep(for: .seconds(seconds))
    print("\(name) joins the queue")
    print("\(name) hears: \(try await doors.value)")
}

try run {
    let doors = Future<String>()
    let ada = createTask {
        try await fan("Ada", after: 3, doors: doors)
    }
    let ben = createTask {
        try await fan("Ben", after: 1, doors: doors)
    }
    let cleo = createTask {
        try await fan("Cleo", after: 2, doors: doors)
    }
    try await sleep(for: .seconds(4))
    try doors.setResult("come in")
    try await ada.value
    try await ben.value
    try await cleo.value
}
