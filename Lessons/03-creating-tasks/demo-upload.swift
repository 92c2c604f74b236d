import ConcurrencyKit

func upload(_ photo: String, seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    print("\(photo) is up")
}

try run {
    let beach = createTask(name: "beach") {
        try await upload("beach", seconds: 3)
    }
    try await beach.value
    let sunset = createTask(name: "sunset") {
        try await upload("sunset", seconds: 4)
    }
    let party = createTask(name: "party") {
        try await upload("party", seconds: 2)
    }
    try await sunset.value
    try await party.value
}
