import ConcurrencyKit

// slice: box
final class SearchBox {
    private var search: LoopTask<Void>?

    func enter(_ text: String) {
        search?.cancel()
        search = createTask(name: text) { try await self.find(text) }
    }

    func results() async throws {
        try await search?.value
    }

    private func find(_ text: String) async throws {
        try await sleep(for: .seconds(1))
        print("asks the server for \(text)")
        try await sleep(for: .seconds(3))
        print("shows what it found for \(text)")
    }
}

try run {
    let box = SearchBox()
    box.enter("c")
    try await sleep(for: .milliseconds(500))
    box.enter("ca")
    try await sleep(for: .milliseconds(500))
    box.enter("cat")
    try await sleep(for: .seconds(2))
    box.enter("cats")
    try await box.results()
}
// end
