import ConcurrencyKit

// slice: main
@Loop final class Tally {
    var votes = 0
    func add() { votes += 1 }
}

func count(_ tally: Tally, on loop: EventLoop) {
    for _ in 1...100 {
        loop.callSoonThreadsafe { tally.add() }
    }
}

try run {
    let loop = EventLoop.running!
    let tally = Tally()
    try await gather(
        { try await toThread { count(tally, on: loop) } },
        { try await toThread { count(tally, on: loop) } },
        { try await toThread { count(tally, on: loop) } }
    )
    print("\(tally.votes) votes")
}
// end
