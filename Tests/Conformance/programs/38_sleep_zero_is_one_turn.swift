// sleep(0) and sleep(-1) give up exactly one turn: what was queued before runs, what is queued later waits.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    let loop = EventLoop.running

    func second() {
        log("queued by first")
    }

    func first() {
        log("first")
        loop?.callSoon(second)
    }

    loop?.callSoon(first)
    log("value", try await sleep(for: .zero, returning: "zero"))
    log("value", try await sleep(for: .seconds(-1), returning: "minus"))
    try await sleep(for: .zero)
    log("end")
}
