import ConcurrencyKit

func deliver() async throws -> String {
    try await sleep(for: .seconds(1))
    print("van: delivered")
    return "signed by Ada"
}

// slice: main
try run {
    let parcel = createTask(name: "book") { try await deliver() }
    parcel.addDoneCallback { parcel in
        print("mail: \(try parcel.result())")
    }
    parcel.addDoneCallback { parcel in
        print("ledger: \(parcel.name) is done")
    }
    let signature = try await parcel.value
    print("main: \(signature)")
    parcel.addDoneCallback { _ in print("archive: filed") }
    print("main: one more callback added")
    try await sleep(for: .seconds(1))
    print("main ends")
}
// end
