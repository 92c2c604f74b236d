import ConcurrencyKit

let clerk = ContextVariable("clerk", default: "nobody")

func deliver() async throws {
    print("van: sent by \(clerk.value)")
    clerk.value = "the driver"
    try await sleep(for: .seconds(1))
}

// slice: main
try run {
    var label = "book"
    clerk.value = "Ada"
    let parcel = createTask(name: label) { try await deliver() }
    label = "lamp"
    clerk.value = "Ben"
    parcel.addDoneCallback { _ in print("plain: \(clerk.value)") }
    parcel.addDoneCallback(context: parcel.context) { _ in
        print("task's: \(clerk.value)")
    }
    clerk.value = "Cleo"
    print("name: \(parcel.name), next: \(label)")
    try await parcel.value
    print("main: \(clerk.value)")
    print("looked up: \(parcel.context[clerk])")
}
// end
