import ConcurrencyKit

struct PrinterJam: Error {}

func deliver() async throws -> String {
    try await sleep(for: .seconds(1))
    return "signed by Ada"
}

// slice: main
try run {
    EventLoop.running?.exceptionHandler = { report in
        if report.error is PrinterJam { print("handler: the printer jams") }
    }
    let parcel = createTask { try await deliver() }
    parcel.addDoneCallback { _ in throw PrinterJam() }
    parcel.addDoneCallback { parcel in
        print("ledger: \(try parcel.result())")
    }
    print("main: \(try await parcel.value)")
}
// end
