struct WrongAddress: Error {}

func deliver(after seconds: Int, to address: String) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    if address.isEmpty { throw WrongAddress() }
    return "signed by \(address)"
}

// slice: main
func state(of parcel: Task<String, any Error>) async -> String {
    switch await parcel.result {
    case .success(let signature): signature
    case .failure(is CancellationError): "called back"
    case .failure: "lost"
    }
}

let parcels = [
    Task(name: "book") { try await deliver(after: 3, to: "Ada") },
    Task(name: "lamp") { try await deliver(after: 1, to: "") },
    Task(name: "sofa") { try await deliver(after: 9, to: "Ben") },
]
try await Task.sleep(for: .seconds(2))
parcels[2].cancel()
print("sofa: asked to stop: \(parcels[2].isCancelled)")
for (name, parcel) in zip(["book", "lamp", "sofa"], parcels) {
    print("\(name): \(await state(of: parcel))")
}
// end
