// iscoroutine is true for coroutine objects only - not for functions, tasks, futures or values.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func f() async -> Int { 1 }

func generator() -> AsyncStream<Int> {
    AsyncStream { $0.yield(1) }
}

try run {
    let coroutine = Coroutine(f)
    let task = createTask(coroutine)
    let things: KeyValuePairs<String, Any> = [
        "function": f, "coroutine": coroutine, "task": task, "future": Future<Int>(), "async generator": generator(),
        "value": 3,
    ]
    for (name, thing) in things {
        log(name, isCoroutine(thing), isFuture(thing))
    }
    log("get_coro is the coroutine:", task.coroutine === coroutine)
    _ = try await task.value
}
