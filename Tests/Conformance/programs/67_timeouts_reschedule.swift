// A deadline can be moved later, earlier, or removed while the block runs.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    guard let loop = EventLoop.running else { return }
    try await timeout(after: .seconds(0.1)) { limit in
        if let when = limit.when { try limit.reschedule(at: when + .seconds(0.3)) }
        try await sleep(for: .seconds(0.2))
        log("past the first deadline")
        try limit.reschedule(at: nil)
        try await sleep(for: .seconds(0.3))
        log("past the second; when", limit.when as Any)
    }
    do {
        try await timeout(after: nil) { limit in
            log("no deadline:", limit.when as Any)
            try limit.reschedule(at: loop.time + .seconds(0.1))
            try await sleep(for: .seconds(5))
        }
    } catch is TimeoutError {
        log("fired")
    }
    do {
        try await timeout(after: .seconds(5)) { limit in
            try limit.reschedule(at: loop.time - .seconds(1))
            log("already late, but still running")
            try await sleep(for: .seconds(5))
        }
    } catch is TimeoutError {
        log("fired at the first await")
    }
}
