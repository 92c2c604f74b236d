import ConcurrencyKit

// slice: main
func makeReport() async throws -> String {
    try await sleep(for: .seconds(5))
    return "report"
}

try run {
    let report = createTask(name: "report") { try await makeReport() }
    let patience = Duration.seconds(2)
    var bar = "#"
    while true {
        do {
            let text = try await wait(for: shield(report), timeout: patience)
            print("\(bar) the \(text) is ready")
            break
        } catch is TimeoutError {
            print("\(bar) please wait")
            bar += "#"
        }
    }
}
// end
