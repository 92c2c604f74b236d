// Any type that conforms to Awaitable can be awaited, and can be made into a task.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

final class Countdown: Awaitable {
    private var n: Int

    init(_ n: Int) { self.n = n }

    var value: String {
        get async throws {
            while n > 0 {
                log("tick", n)
                n -= 1
                try await sleep(for: .seconds(0.1))
            }
            return "liftoff"
        }
    }
}

try run {
    log(try await Countdown(2).value)
    let task = ensureFuture(Countdown(1))
    log("wrapped in", type(of: task) == LoopTask<String>.self)
    log(try await task.value)
    let same = ensureFuture(task)
    log("ensure_future of a task is that task:", same == task)
}
