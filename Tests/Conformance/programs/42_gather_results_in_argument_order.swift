// gather starts its arguments in order and returns results in argument order, whatever order they finish in.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    log(name, "starts")
    try await sleep(for: .seconds(delay))
    log(name, "ends")
    return name
}

try run {
    let ready = createTask { try await work("ready", 0) }
    _ = try await ready.value
    log(
        try await gather(
            Coroutine { try await work("c", 0.3) },
            Coroutine { try await work("a", 0.1) },
            ready,
            Coroutine { try await work("b", 0.2) }
        )
    )
}
