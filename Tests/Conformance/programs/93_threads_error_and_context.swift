// An error in the thread comes out of the await; the thread sees a copy of the caller's context.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

let user = ContextVariable("user", default: "nobody")

struct OSError: Error {
    let message: String
}

func look() -> String {
    let seen = user.value
    user.value = "thread"
    return seen
}

func fail() throws {
    throw OSError(message: "no disk")
}

try run {
    user.value = "ann"
    log("thread saw", try await toThread(look), "- main still has", user.value)
    do {
        try await toThread(fail)
    } catch let error as OSError {
        log("caught", error.message)
    }
    let squares = (0..<5).map { n in
        Coroutine { try await toThread { n * n } }
    }
    log(try await gather(squares))
}
