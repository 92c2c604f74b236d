import ConcurrencyKit

struct WrongAddress: Error {}

// slice: main
func ask(_ parcel: LoopTask<String>) {
    do {
        let error = try parcel.exception()
        print("\(parcel.name): \(error == nil ? "no error" : "an error")")
    } catch is CancelledError {
        print("\(parcel.name): throws CancelledError")
    } catch {
        print("\(parcel.name): throws InvalidStateError")
    }
}

try run {
    let parcels = [
        createTask(name: "book") { "signed by Ada" },
        createTask(name: "lamp") { throw WrongAddress() },
        createTask(name: "sofa") { "signed by Ben" },
    ]
    parcels[2].cancel()
    ask(parcels[0])
    try await sleep(for: .seconds(1))
    for parcel in parcels { ask(parcel) }
}
// end
