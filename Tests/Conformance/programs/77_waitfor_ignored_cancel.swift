// If the awaited task ignores the cancel and returns, wait_for returns that value late instead of raising.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func stubborn() async throws -> String {
    for _ in 0..<3 {
        do {
            try await sleep(for: .seconds(0.2))
            log("stubborn goes on")
        } catch is CancelledError {
            log("stubborn shrugs")
        }
    }
    return "my own time"
}

try run {
    guard let me = LoopTask.current else { return }
    log(try await wait(for: createTask(stubborn), timeout: .seconds(0.1)))
    log(try await wait(for: Coroutine(stubborn), timeout: .seconds(0.1)), "count", me.cancelling)
}
