// get_stack shows where a task stands: one frame when suspended, the traceback frames after an error, none after
// success.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func inner() -> Coroutine<Void> {
    Coroutine {
        try await sleep(for: .seconds(0.1))
        throw ValueError(message: "deep")
    }
}

func outer(_ fail: Bool) -> Coroutine<Void> {
    Coroutine {
        if fail {
            try await inner().value
        } else {
            try await sleep(for: .seconds(0.1))
        }
    }
}

func frames(_ task: LoopTask<some Any>, limit: Int? = nil) -> [Substring] {
    task.stack(limit: limit).compactMap(\.function).map { $0.prefix { $0 != "(" } }
}

func main() -> Coroutine<Void> {
    Coroutine {
        guard let me = LoopTask.current else { return }
        let good = createTask(outer(false))
        let bad = createTask(outer(true))
        log("unstarted", frames(good), frames(bad))
        try await sleep(for: .zero)
        log("suspended", frames(good), frames(bad))
        _ = try await wait(for: [good, bad])
        if let error = try bad.exception() as? ValueError {
            log("over", frames(good), frames(bad), "error:", error.message)
        }
        log("limit 1", frames(bad, limit: 1))
        log("my own newest frame", frames(me).last ?? "none")
    }
}

try run { try await main().value }
