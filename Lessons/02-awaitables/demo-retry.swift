import ConcurrencyKit

struct Offline: Error {}

func send() async throws {
    print("sending")
    try await sleep(for: .seconds(1))
    throw Offline()
}

try run {
    let mail = createTask(name: "mail") { try await send() }
    for attempt in 1...3 {
        do {
            try await mail.value
        } catch {
            print("attempt \(attempt): \(error)")
        }
    }
}
