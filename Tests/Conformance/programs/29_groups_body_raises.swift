// An error in the body cancels the children; their own errors come first in the group, the body's error last.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct OSError: Error, CustomStringConvertible {
    let description: String
}

struct LookupError: Error, CustomStringConvertible {
    let description: String
}

func child() async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch is CancelledError {
        log("child cancelled")
        throw OSError(description: "child")
    }
}

try run {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask(child)
            try await sleep(for: .seconds(0.1))
            log("body raises")
            throw LookupError(description: "body")
        }
    } catch let group as ExceptionGroup {
        log(group.errors.map { "\(type(of: $0)):\($0)" })
    }
    var task: LoopTask<Void>?
    do {
        try await withLoopTaskGroup { group in
            task = try group.createTask(child)
            throw LookupError(description: "at once")
        }
    } catch let group as ExceptionGroup {
        log(group.errors.map { "\($0)" }, "child never started:", task?.cancelled ?? false)
    }
}
