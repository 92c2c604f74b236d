import ConcurrencyKit

// slice: main
func upload(_ photo: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    return photo
}

try run {
    let photos = [("sea", 4), ("cat", 1), ("cake", 3), ("snow", 2)]
    let tasks = photos.map { photo, seconds in
        createTask(name: photo) {
            try await upload(photo, seconds: seconds)
        }
    }
    var count = 0
    for try await task in asCompleted(tasks) {
        count += 1
        let bar = String(repeating: "#", count: count)
        let rest = String(repeating: "-", count: tasks.count - count)
        print("[\(bar)\(rest)] \(try task.result())")
    }
}
// end
