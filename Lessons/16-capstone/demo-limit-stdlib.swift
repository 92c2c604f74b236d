let seconds = ["/news": 3, "/weather": 1, "/video": 1, "/old": 2, "/sport": 1]
let paths = ["/news", "/weather", "/video", "/old", "/sport"]

func get(_ path: String) async throws -> String {
    try await Task.sleep(for: .seconds(seconds[path] ?? 0))
    return "text of \(path)"
}

// slice: main
let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
    var texts = Array(repeating: "", count: paths.count)
    var next = 0
    func addNext() {
        guard next < paths.count else { return }
        let place = next
        next += 1
        group.addTask { (place, try await get(paths[place])) }
    }
    addNext()
    addNext()
    while let (place, text) = try await group.next() {
        texts[place] = text
        addNext()
    }
    return texts
}
print("\(texts.count) pages")
// end
