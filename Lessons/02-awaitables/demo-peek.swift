import ConcurrencyKit

func upload() async throws -> String {
    try await sleep(for: .milliseconds(2500))
    return "12 photos"
}

try run {
    let photos = createTask(name: "photos") { try await upload() }
    do {
        print("result: \(try photos.result())")
    } catch is InvalidStateError {
        print("no result yet")
    }
    while !photos.done {
        print("uploading")
        try await sleep(for: .seconds(1))
    }
    print("result: \(try photos.result())")
}
