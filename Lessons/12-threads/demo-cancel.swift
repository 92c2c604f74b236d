import ConcurrencyKit

func save(_ file: String) {
    print("saving \(file)")
    block(for: .seconds(3))
    print("\(file) is saved")
}

// slice: main
try run {
    let saving = createTask(name: "saving") {
        try await toThread { save("diary") }
    }
    try await sleep(for: .seconds(1))
    saving.cancel()
    try await wait(for: [saving])
    print("task cancelled: \(saving.cancelled)")
    print("main ends")
}
print("run has returned")
// end
