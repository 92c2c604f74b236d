import ConcurrencyKit

// slice: conversation
let conversation = [
    (pause: 2, text: "hello"),
    (pause: 2, text: "anybody here?"),
    (pause: 1, text: "well, then"),
    (pause: 9, text: "bye"),
]
// end

func now() -> Duration { EventLoop.running?.time ?? .zero }

func log(_ text: String) {
    let seconds = now() / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)] \(text)")
}

// slice: main
try run {
    do {
        try await timeout(after: .seconds(3)) { idle in
            for (pause, text) in conversation {
                try await sleep(for: .seconds(pause))
                log("Ada: \(text)")
                try idle.reschedule(at: now() + .seconds(3))
            }
        }
        log("Ada has left")
    } catch is TimeoutError {
        log("closed: nothing said for 3 s")
    }
}
// end
