import ConcurrencyKit

// slice: main
struct Found: Error {
    let answer: String
}

func ask(_ mirror: String, seconds: Int) async throws {
    defer { print("\(mirror) is closed") }
    try await sleep(for: .seconds(seconds))
    throw Found(answer: "the file from \(mirror)")
}

func firstAnswer() async throws -> String {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask { try await ask("Berlin", seconds: 5) }
            try group.createTask { try await ask("Oslo", seconds: 2) }
        }
    } catch let group as ExceptionGroup {
        if let found = group.errors(of: Found.self).first {
            return found.answer
        }
    }
    return "nothing"
}

try run {
    print(try await firstAnswer())
}
// end
