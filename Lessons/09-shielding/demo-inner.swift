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
    } catch is CancelledError {
        let requests = LoopTask.current?.cancelling ?? 0
        print("CancelledError, requests to the customer: \(requests)")
        print("customer pays in cash")
    }
}

try run {
    let payment = createTask(name: "payment") { try await pay() }
    let customer = createTask(name: "customer") {
        try await checkout(payment)
    }
    try await sleep(for: .seconds(1))
    payment.cancel()
    try await customer.value
    print("main ends")
}
// end
