// Once gather has raised, cancelling it does nothing: it answers False and the other child carries on.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {}

func fail() async throws {
    throw ValueError()
}

func other() async throws {
    try await sleep(for: .seconds(0.2))
    log("other finished")
}

try run {
    let other = createTask(other)
    let both = gatherFuture(Coroutine(fail), other)
    do {
        _ = try await both.value
    } catch is ValueError {
        log("cancel says", both.cancel(), "done", both.done)
    }
    try await other.value
}
