import ConcurrencyKit

struct WrongAddress: Error {}

func deliver(after seconds: Int, to address: String) async throws -> String {
    try await sleep(for: .seconds(seconds))
    if address.isEmpty { throw WrongAddress() }
    return "signed by \(address)"
}

// slice: board
func state(of parcel: LoopTask<String>) throws -> String {
    if !parcel.done { return "on its way" }
    if parcel.cancelled { return "called back" }
    if try parcel.exception() != nil { return "lost" }
    return try parcel.result()
}
// end

// slice: main
try run {
    let parcels = [
        createTask(name: "book") { try await deliver(after: 3, to: "Ada") },
        createTask(name: "lamp") { try await deliver(after: 1, to: "") },
        createTask(name: "sofa") { try await deliver(after: 9, to: "Ben") },
    ]
    try await sleep(for: .seconds(2))
    parcels[2].cancel()
    for parcel in parcels { print("\(parcel.name): \(try state(of: parcel))") }
    try await sleep(for: .seconds(2))
    for parcel in parcels { print("\(parcel.name): \(try state(of: parcel))") }
}
// end
