// gather raises the first error at once; the other tasks are left running.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func work(_ name: String, _ delay: Double, error: ValueError? = nil) async throws -> String {
    try await sleep(for: .seconds(delay))
    log(name, error == nil ? "done" : "fails")
    if let error { throw error }
    return name
}

try run {
    let rest = createTask { try await work("rest", 0.3) }
    do {
        _ = try await gather(
            rest,
            Coroutine { try await work("early", 0.1, error: ValueError(message: "one")) },
            Coroutine { try await work("later", 0.2, error: ValueError(message: "two")) }
        )
    } catch let error as ValueError {
        log("caught", error.message, "rest done:", rest.done)
    }
    log("rest gives", try await rest.value)
}
