// A thread submits coroutines to the loop and blocks on their results; they run in the loop's own thread.
import ConcurrencyKit
import Foundation

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func add(_ a: Int, _ b: Int) async throws -> Int {
    log("add runs in the loop thread:", Thread.isMainThread)
    try await sleep(for: .seconds(0.1))
    return a + b
}

func client(_ loop: EventLoop) throws -> (Int, Int) {
    let one = try loop.submit { try await add(1, 2) }.result(timeout: .seconds(5))
    let two = try loop.submit { try await add(one, 10) }.result(timeout: .seconds(5))
    return (one, two)
}

try run {
    guard let loop = EventLoop.running else { return }
    log("client returned", try await toThread { try client(loop) })
}
