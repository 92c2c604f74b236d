import Foundation

// slice: main
func read(_ file: String) -> String {
    print("reading \(file)")
    Thread.sleep(forTimeInterval: 3)
    return "the text of \(file)"
}

func inThread<Value: Sendable>(
    _ body: @escaping @Sendable () -> Value
) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(returning: body())
        }
    }
}

func heartbeat() async throws {
    for number in 1...3 {
        try await Task.sleep(for: .seconds(1))
        print("beat \(number)")
    }
}

func show(_ file: String) async throws {
    try await Task.sleep(for: .milliseconds(500))
    let text = await inThread { read(file) }
    print(text)
}

async let beats: Void = heartbeat()
async let page: Void = show("diary")
_ = try await (beats, page)
print("main ends")
// end
