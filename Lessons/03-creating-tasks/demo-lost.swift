import ConcurrencyKit

struct DiskFull: Error {}

func backUp() async throws {
    print("backup starts")
    try await sleep(for: .seconds(1))
    throw DiskFull()
}

try run {
    EventLoop.running?.exceptionHandler = { report in
        if let error = report.error { print("never read: \(error)") }
    }
    createTask(name: "backup") { try await backUp() }
    try await sleep(for: .seconds(5))
    print("main ends well")
}
