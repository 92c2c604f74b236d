import ConcurrencyKit

struct Crash: Error {}
struct GivenUp: Error {}

// slice: supervisor
func keepAlive(
    _ name: String,
    restarts: Int,
    _ work: @escaping () async throws -> Void
) async throws {
    for attempt in 0...restarts {
        if attempt > 0 { print("\(name) starts again") }
        do {
            return try await work()
        } catch is Crash {
            print("\(name) has crashed")
            try await sleep(for: .seconds(1))
        }
    }
    throw GivenUp()
}

func sendMail() async throws {
    try await sleep(for: .seconds(3))
    throw Crash()
}

func serveWeb() async throws {
    defer { print("web closes its port") }
    try await sleep(for: .seconds(3600))
}

try run {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(name: "web") {
                try await keepAlive("web", restarts: 2, serveWeb)
            }
            try group.createTask(name: "mail") {
                try await keepAlive("mail", restarts: 2, sendMail)
            }
        }
    } catch let group as ExceptionGroup {
        print("the machine stops: \(group.errors.count) gave up")
    }
}
// end
