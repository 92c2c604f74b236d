struct Unreachable: Error {}

func fetch(_ page: String, seconds: Int) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    if page == "sport" { throw Unreachable() }
    return page
}

// slice: main
await withTaskGroup(of: Result<String, any Error>.self) { group in
    for (page, seconds) in [("news", 3), ("sport", 1), ("music", 2)] {
        group.addTask {
            do {
                return .success(try await fetch(page, seconds: seconds))
            } catch {
                return .failure(error)
            }
        }
    }
    for await result in group {
        switch result {
        case .success(let page): print("\(page) arrived")
        case .failure: print("a page is unreachable")
        }
    }
}
print("main ends")
// end
