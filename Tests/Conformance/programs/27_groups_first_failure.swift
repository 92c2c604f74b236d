// The first failure cancels the sibling and the body; the block throws a group of errors and the parent is not left
// cancelled.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func fail() async throws {
    try await sleep(for: .seconds(0.1))
    log("fail raises")
    throw ValueError(message: "boom")
}

func sibling() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch let error as CancelledError {
        log("sibling cancelled")
        try await sleep(for: .seconds(0.1))
        log("sibling cleaned up")
        throw error
    }
}

try run {
    guard let me = LoopTask.current else { return }
    var other: LoopTask<Void>?
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(fail)
            other = try group.createTask(sibling)
            do {
                try await sleep(for: .seconds(5))
            } catch let error as CancelledError {
                log("body cancelled, count", me.cancelling)
                throw error
            }
        }
    } catch let group as ExceptionGroup {
        log(group.message, group.errors(of: ValueError.self).map(\.message))
    }
    log("sibling.cancelled", other?.cancelled ?? false, "count", me.cancelling)
}
