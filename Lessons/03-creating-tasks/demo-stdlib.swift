func wash() async throws {
    print("washing machine starts")
    try await Task.sleep(for: .seconds(60))
    print("laundry is clean")
}

let laundry = Task { try await wash() }
print("I read the paper")
try await Task.sleep(for: .seconds(10))
print("I cook")
try await laundry.value
print("I hang it up")
