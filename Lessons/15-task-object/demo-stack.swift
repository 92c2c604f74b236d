import ConcurrencyKit

struct WrongAddress: Error {}

// slice: main
func ring(_ address: String) -> Coroutine<Void> {
    Coroutine {
        try await sleep(for: .seconds(1))
        if address.isEmpty { throw WrongAddress() }
    }
}

func deliver(to address: String) -> Coroutine<Void> {
    Coroutine { try await ring(address).value }
}

func show(_ parcel: LoopTask<Void>) {
    let functions = parcel.stack().map { frame in
        String((frame.function ?? "").prefix { $0 != "(" })
    }
    print("\(parcel.name): \(functions)")
}

try run {
    let parcels = [
        createTask(name: "book", deliver(to: "Ada")),
        createTask(name: "lamp", deliver(to: "")),
    ]
    try await sleep(for: .milliseconds(500))
    for parcel in parcels { show(parcel) }
    _ = try await wait(for: parcels)
    for parcel in parcels { show(parcel) }
}
// end
