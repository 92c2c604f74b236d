func fetch(_ page: String, seconds: Int) async throws {
    print("\(page) starts")
    try await Task.sleep(for: .seconds(seconds))
    print("\(page) ends")
}

async let one: Void = fetch("one", seconds: 3)
async let two: Void = fetch("two", seconds: 1)
async let three: Void = fetch("three", seconds: 2)
_ = try await (one, two, three)
print("all are done")
