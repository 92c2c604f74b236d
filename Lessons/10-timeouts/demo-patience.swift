import ConcurrencyKit

// slice: main
func makeReport() async throws -> String {
    try await sleep(for: .seconds(5))
    return "report"
}

try run {
    let report = createTask(name: "report") { try await makeReport() }
    var bar = "#"
    while true {
        do {
            let text = try await wait(
                for: shield(report),
                timeout: .seconds(2)
            )
            print("\(bar) the \(text) is ready")
            break
        } catch is TimeoutError {
            print("\(bar) please wait")
            bar += "#"
        }
    }
}
// end
