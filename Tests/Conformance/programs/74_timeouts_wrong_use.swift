// A timeout is entered once, can be moved only while active, and says which state it was in.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func attempt(_ what: String, _ action: () async throws -> Void) async throws {
    do {
        try await action()
        log(what, "allowed")
    } catch let error as TimeoutStateError {
        let states = ["entered", "finished", "expired", "expiring"]
        log(what, "refused:", states.filter { error.description.contains($0) })
    }
}

try run {
    guard let loop = EventLoop.running else { return }
    let limit = Timeout(after: .seconds(5))
    try await attempt("move before entering") { try limit.reschedule(at: loop.time + .seconds(9)) }
    try await limit.run {
        try await attempt("move inside") { try limit.reschedule(at: loop.time + .seconds(9)) }
        try await attempt("enter again inside") { try await limit.run {} }
    }
    try await attempt("move after") { try limit.reschedule(at: loop.time + .seconds(9)) }
    try await attempt("enter again after") { try await limit.run {} }
    let short = Timeout(after: .seconds(0.1))
    do {
        try await short.run {
            do {
                try await sleep(for: .seconds(5))
            } catch {
                try await attempt("move while expiring") { try short.reschedule(at: nil) }
                throw error
            }
        }
    } catch is TimeoutError {
        try await attempt("move when expired") { try short.reschedule(at: nil) }
    }
}
