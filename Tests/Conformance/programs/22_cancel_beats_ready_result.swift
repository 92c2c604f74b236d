// When a result is set and the waiting task is cancelled before it wakes, the cancel wins and the result is not
// delivered.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func body(_ future: Future<String>) async throws {
    do {
        log("got", try await future.value)
    } catch let error as CancelledError {
        log("cancelled; future holds", try future.result())
        throw error
    }
}

func main() async throws {
    for cancelFirst in [false, true] {
        let future = Future<String>()
        let task = createTask { try await body(future) }
        try await sleep(for: .zero)
        if !cancelFirst {
            try future.setResult("value")
            log("set, then cancel", task.cancel())
        } else {
            log("cancel", task.cancel(), "so the future is cancelled:", future.cancelled)
        }
        _ = try await wait(for: [task])
        log("cancelled", task.cancelled, "count", task.cancelling)
        if cancelFirst { break }
    }
}

func quiet(_ coroutine: Coroutine<Void>) async throws {
    do {
        try await coroutine.value
    } catch is CancelledError {
        print("unexpected")
    }
}

try run { try await quiet(Coroutine(main)) }
