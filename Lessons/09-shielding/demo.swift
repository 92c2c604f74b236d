import ConcurrencyKit

func pay() async throws -> String {
    print("paying")
    try await sleep(for: .seconds(3))
    print("paid")
    return "receipt"
}

// slice: main
func checkout(_ payment: LoopTask<String>) async throws {
    do {
        print("customer has the \(try await shield(payment).value)")
    } catch let cancellation as CancelledError {
        print("checkout stops")
        throw cancellation
    }
}

try run {
    let payment = createTask(name: "payment") { try await pay() }
    let customer = createTask(name: "customer") {
        try await checkout(payment)
    }
    try await sleep(for: .seconds(1))
    customer.cancel()
    print("customer leaves")
    print("shop has the \(try await payment.value)")
}
// end
