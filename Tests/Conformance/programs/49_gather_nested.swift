// Gathers nest: results nest, and cancelling the outermost reaches the innermost children.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

func work(_ name: String, _ delay: Double) async throws -> String {
    do {
        try await sleep(for: .seconds(delay))
        return name
    } catch is CancelledError {
        log(name, "cancelled")
        throw CancelledError()
    }
}

try run {
    let (a, bc, nothing) = try await gather(
        Coroutine { try await work("a", 0.1) },
        gatherFuture({ try await work("b", 0.2) }, { try await work("c", 0) }),
        gatherFuture([LoopTask<String>]())
    )
    let results: [Any] = [a, bc, nothing]
    log("\(results)")
    let inner = gatherFuture({ try await work("x", 5) }, { try await work("y", 5) })
    let outer = gatherFuture(inner, Coroutine { [try await work("z", 5)] })
    EventLoop.running?.callLater(.seconds(0.1)) { outer.cancel() }
    do {
        _ = try await outer.value
    } catch is CancelledError {
        log("outer over; cancelled flags:", outer.cancelled, inner.cancelled)
    }
}
