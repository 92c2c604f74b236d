func deliver() async throws -> String {
    try await Task.sleep(for: .seconds(1))
    print("van: delivered")
    return "signed by Ada"
}

// slice: main
let parcel = Task { try await deliver() }
let mail = Task {
    if case .success(let signature) = await parcel.result {
        print("mail: \(signature)")
    }
}
print("main: \(try await parcel.value)")
await mail.value
// end
