// The coroutines of a plain as_completed are interchangeable: whichever is awaited first gets the first result.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    let tasks = [(0.2, "second"), (0.1, "first")].map { delay, value in
        createTask { try await sleep(for: .seconds(delay), returning: value) }
    }
    let handles = asCompleted(tasks + tasks).handles
    log("handles:", handles.count)
    log(try await handles[1].value)
    log(try await handles[0].value)
}
