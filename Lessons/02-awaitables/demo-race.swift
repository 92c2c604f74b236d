import ConcurrencyKit

// slice: download
func download(
    from mirror: String,
    seconds: Int,
    winner: Future<String>
) async throws {
    try await sleep(for: .seconds(seconds))
    do {
        try winner.setResult(mirror)
        print("\(mirror) is first")
    } catch is InvalidStateError {
        print("\(mirror) is too late")
    }
}
// end

// slice: main
try run {
    let winner = Future<String>()
    let oslo = createTask(name: "Oslo") {
        try await download(from: "Oslo", seconds: 3, winner: winner)
    }
    let rome = createTask(name: "Rome") {
        try await download(from: "Rome", seconds: 2, winner: winner)
    }
    print("the winner is \(try await winner.value)")
    try await oslo.value
    try await rome.value
    print("the winner is still \(try await winner.value)")
}
// end
