import ConcurrencyKit

struct NotFound: Error {}

// slice: main
let shelf = [
    "rain": "the rain falls and the rain stops",
    "sea": "the sea takes the rain",
    "wind": "the wind takes a rest",
]

func countWords(of poem: String) throws -> [String: Int] {
    block(for: .seconds(1))
    guard let text = shelf[poem] else { throw NotFound() }
    let words = text.split(separator: " ").map { (String($0), 1) }
    return Dictionary(words, uniquingKeysWith: +)
}

try run {
    var index: [String: Int] = [:]

    func add(_ poem: String) async throws {
        do {
            let counts = try await toThread { try countWords(of: poem) }
            index.merge(counts, uniquingKeysWith: +)
        } catch is NotFound {
            print("no poem on \(poem)")
        }
    }

    let poems = ["rain", "sea", "snow", "wind"]
    try await gather(poems.map { poem in createTask { try await add(poem) } })
    for word in ["rain", "takes", "the"] {
        print("\(word): \(index[word] ?? 0)")
    }
}
// end
