import ConcurrencyKit

// slice: main
func show(_ part: Int) {
    let bar = String(repeating: "#", count: part)
    print(bar + String(repeating: "-", count: 4 - part))
}

func copy(_ loop: EventLoop) -> String {
    for part in 1...4 {
        block(for: .seconds(1))
        loop.callSoonThreadsafe { show(part) }
    }
    return "copied"
}

try run {
    let loop = EventLoop.running!
    print(try await toThread { copy(loop) })
}
// end
