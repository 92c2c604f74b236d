import ConcurrencyKit

struct Lost: Error {
    let parcel: String
}

func deliver(_ parcel: String, after seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    throw Lost(parcel: parcel)
}

// slice: main
try run {
    EventLoop.running?.exceptionHandler = { report in
        if let lost = report.error as? Lost {
            print("nobody asked about the \(lost.parcel)")
        }
    }
    let book = createTask { try await deliver("book", after: 1) }
    let lamp = createTask { try await deliver("lamp", after: 2) }
    let sofa = createTask { try await deliver("sofa", after: 3) }
    let mug = createTask { try await deliver("mug", after: 4) }
    _ = try await wait(for: [book, lamp, sofa, mug])
    do { try await book.value } catch { print("the book is lost") }
    if try lamp.exception() != nil { print("the lamp is lost") }
    if sofa.done { print("the sofa is done") }
    print("main ends")
}
// end
