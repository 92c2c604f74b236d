import ConcurrencyKit

struct TooLarge: Error {}
struct DiskFull: Error {}

// slice: main
func upload(_ file: String) async throws {
    try await sleep(for: .seconds(1))
    throw TooLarge()
}

func copy(_ file: String) async throws {
    do {
        try await sleep(for: .seconds(60))
    } catch is CancelledError {
        throw DiskFull()
    }
}

try run {
    do {
        try await withLoopTaskGroup { group in
            try group.createTask { try await upload("film") }
            try group.createTask { try await copy("film") }
        }
    } catch is TooLarge {
        print("caught: TooLarge")
    } catch let group as ExceptionGroup {
        for error in group.errors {
            print("in the group: \(error)")
        }
    }
}
// end
