import ConcurrencyKit

// slice: download
func download() async throws -> String {
    print("connects")
    defer { print("disconnects") }
    try await sleep(for: .seconds(60))
    return "page"
}
// end

// slice: main
try run {
    do {
        let page = try await timeout(after: .seconds(2)) {
            try await download()
        }
        print("arrived: \(page)")
    } catch is TimeoutError {
        print("too late")
    }
    print("main goes on")
}
// end
