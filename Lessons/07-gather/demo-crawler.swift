import ConcurrencyKit

let website = [
    "/": ["/news", "/sport", "/about"],
    "/news": ["/rain", "/", "/old"],
    "/sport": ["/cup", "/rain"],
    "/about": [],
    "/rain": ["/news"],
    "/cup": [],
]

struct NotFound: Error {}

// slice: crawl
func links(on page: String) async throws -> [String] {
    try await sleep(for: .seconds(1))
    guard let links = website[page] else { throw NotFound() }
    return links
}

try run {
    var seen: Set = ["/"]
    var level = ["/"]
    while !level.isEmpty {
        print("reads \(level)")
        let tasks = level.map { page in
            createTask(name: page) { try await links(on: page) }
        }
        let results = try await gatherResults(tasks)
        var next: [String] = []
        for (page, result) in zip(level, results) {
            switch result {
            case .success(let links):
                for link in links where seen.insert(link).inserted {
                    next.append(link)
                }
            case .failure:
                print("\(page) is a dead link")
            }
        }
        level = next
    }
    print("\(seen.count) addresses")
}
// end
