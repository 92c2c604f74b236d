import ConcurrencyKit

// slice: main
func ring(_ parcel: LoopTask<String>) {
    print("the bell rings")
}

try run {
    let parcel = createTask {
        try await sleep(for: .seconds(1), returning: "signed by Ada")
    }
    let first = parcel.addDoneCallback(ring)
    parcel.addDoneCallback(ring)
    parcel.addDoneCallback(ring)
    print("removed: \(parcel.removeDoneCallback(first))")
    print("removed: \(parcel.removeDoneCallback(first))")
    _ = try await parcel.value
}
// end
