// A timeout in as_completed raises TimeoutError for what is left, without cancelling it.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    try await sleep(for: .seconds(delay))
    log(name, "finished")
    return name
}

try run {
    let slow = createTask { try await work("slow", 0.3) }
    let quick = createTask { try await work("quick", 0.1) }
    do {
        for try await task in asCompleted([slow, quick], timeout: .seconds(0.2)) {
            log("got", try task.result())
        }
    } catch is TimeoutError {
        log("TimeoutError; slow cancelled:", slow.cancelled)
    }
    log(try await slow.value)
}
