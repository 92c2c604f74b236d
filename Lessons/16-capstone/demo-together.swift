import ConcurrencyKit

let seconds = ["/news": 3, "/weather": 1, "/video": 1, "/old": 2, "/sport": 1]
let paths = ["/news", "/weather", "/video", "/old", "/sport"]

// slice: main
final class Network {
    var open = 0
    var most = 0

    func get(_ path: String) async throws -> String {
        open += 1
        most = max(most, open)
        defer { open -= 1 }
        try await sleep(for: .seconds(seconds[path] ?? 0))
        return "text of \(path)"
    }
}

try run {
    let network = Network()
    let fetches = paths.map { path in
        createTask(name: path) { try await network.get(path) }
    }
    let texts = try await gather(fetches)
    print("\(texts.count) pages, at most \(network.most) at once")
}
// end
