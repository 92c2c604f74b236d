// FIRST_EXCEPTION returns at the first error; a cancelled task is not an error and does not end the wait.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct ValueError: Error {
    let message: String
}

func work(_ delay: Double, fail: Bool = false) async throws {
    try await sleep(for: .seconds(delay))
    if fail { throw ValueError(message: "stop") }
}

try run {
    let ok = createTask(name: "ok") { try await work(0.1) }
    let gone = createTask(name: "gone") { try await work(5) }
    let bad = createTask(name: "bad") { try await work(0.3, fail: true) }
    let late = createTask(name: "late") { try await work(0.5) }
    EventLoop.running?.callLater(.seconds(0.2)) { gone.cancel() }
    var (done, pending) = try await wait(for: [ok, gone, bad, late], until: .firstError)
    if let error = try bad.exception() as? ValueError {
        log(done.map(\.name).sorted(), pending.map(\.name), "error:", error.message)
    }
    (done, pending) = try await wait(for: [late, gone], until: .firstError)
    log("no error left, so all:", done.count, pending.count)
}
