// wait(for: shield(task), timeout:) times out without killing the task, which can be awaited again.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func slow() async throws -> String {
    try await sleep(for: .seconds(0.3))
    return "slow result"
}

try run {
    let task = createTask(slow)
    for _ in 0..<4 {
        do {
            log("got", try await wait(for: shield(task), timeout: .seconds(0.12)))
            break
        } catch is TimeoutError {
            log("patience over; task done:", task.done)
        }
    }
}
