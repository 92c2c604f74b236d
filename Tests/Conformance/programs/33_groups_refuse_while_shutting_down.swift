// After a failure a group takes no new tasks, even from a child that is cleaning up.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func fail() async throws {
    throw ValueError(message: "first")
}

func adder(_ group: LoopTaskGroup) async throws {
    do {
        try await sleep(for: .seconds(5))
    } catch let cancellation as CancelledError {
        do {
            try group.createTask(fail)
        } catch let error as TaskGroupError {
            log("refused:", error == .shuttingDown)
        }
        throw cancellation
    }
}

try run {
    // Python's group can be used before it is entered; one of the kit exists only inside of its block, so what is left
    // to refuse is one that got out of it.
    let outside = try await withLoopTaskGroup { $0 }
    do {
        try outside.createTask(fail)
    } catch let error as TaskGroupError {
        log("refused:", error == .finished)
    }
    do {
        try await withLoopTaskGroup { group in
            try group.createTask { try await adder(group) }
            try await sleep(for: .zero)
            try group.createTask(fail)
        }
    } catch let group as ExceptionGroup {
        log("errors", group.errors(of: ValueError.self).count)
    }
}
