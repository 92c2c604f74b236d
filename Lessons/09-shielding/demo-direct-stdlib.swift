func pay() async throws -> String {
    print("paying")
    try await Task.sleep(for: .seconds(3))
    print("paid")
    return "receipt"
}

// slice: main
func checkout(_ payment: Task<String, any Error>) async throws {
    print("customer has the \(try await payment.value)")
}

let payment = Task { try await pay() }
let customer = Task { try await checkout(payment) }
try await Task.sleep(for: .seconds(1))
customer.cancel()
print("customer leaves")
try await customer.value
// end
