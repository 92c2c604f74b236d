import ConcurrencyKit

// slice: letters
let facts = ["name": "Ada", "thing": "bicycle", "day": "Friday"]

func lookUp(_ key: String) async throws -> String {
    try await sleep(for: .seconds(1))
    return facts[key] ?? "?"
}

func render(
    _ letter: String,
    value: (String) throws -> String
) rethrows -> String {
    let parts = letter.split(separator: "|").map { String($0) }
    return try parts.enumerated().map { index, part in
        index % 2 == 1 ? try value(part) : part
    }.joined()
}

try run {
    let loop = EventLoop.running!
    let letters = [
        "Dear |name|, your |thing| is ready.",
        "We open on |day| at nine, and your |gift| is here.",
    ]
    let texts = try await gather(
        letters.map { letter in
            createTask {
                try await toThread {
                    try render(letter) { key in
                        try loop.submit { try await lookUp(key) }.result()
                    }
                }
            }
        }
    )
    for text in texts { print(text) }
}
// end
