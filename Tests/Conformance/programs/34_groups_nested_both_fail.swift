// Inner and outer group fail in the same turn: the inner handles its own error, then the outer interrupts the body.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct RuntimeError: Error, CustomStringConvertible {
    let description: String
}

struct ValueError: Error, CustomStringConvertible {
    let description: String
}

func fail(_ error: any Error) async throws {
    try await sleep(for: .zero)
    log("raising", error)
    throw error
}

try run {
    guard let me = LoopTask.current else { return }
    do {
        try await withLoopTaskGroup { outer in
            do {
                try await withLoopTaskGroup { inner in
                    try inner.createTask { try await fail(RuntimeError(description: "in")) }
                    try outer.createTask { try await fail(ValueError(description: "out")) }
                }
            } catch let group as ExceptionGroup {
                log("inner handled", group.errors(of: RuntimeError.self).map(\.description), "count", me.cancelling)
            }
            do {
                try await sleep(for: .seconds(5))
            } catch let error as CancelledError {
                log("outer interrupts the body")
                throw error
            }
        }
    } catch let group as ExceptionGroup {
        log("outer handled", group.errors(of: ValueError.self).map(\.description))
    }
    log("count", me.cancelling)
}
