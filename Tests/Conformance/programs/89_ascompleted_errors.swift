// An error belongs to its own place in the order and does not stop the iteration.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func work(_ name: String, _ delay: Double, fail: Bool = false) async throws -> String {
    try await sleep(for: .seconds(delay))
    if fail { throw ValueError(message: name) }
    return name
}

try run {
    let gone = createTask { try await work("gone", 5) }
    EventLoop.running?.callLater(.seconds(0.3)) { gone.cancel() }
    let tasks = [
        createTask { try await work("a", 0.2) },
        createTask { try await work("bad", 0.1, fail: true) },
        gone,
        createTask { try await work("b", 0.4) },
    ]
    for try await task in asCompleted(tasks) {
        do {
            log("got", try task.result())
        } catch let error as ValueError {
            log("error", error.message)
        } catch is CancelledError {
            log("that one was cancelled")
        }
    }
}
