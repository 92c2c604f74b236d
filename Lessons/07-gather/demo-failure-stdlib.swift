struct Unreachable: Error {}

func fetch(
    _ page: String,
    seconds: Int,
    fails: Bool = false
) async throws -> String {
    try await Task.sleep(for: .seconds(seconds))
    print("\(page) \(fails ? "fails" : "arrives")")
    if fails { throw Unreachable() }
    return page
}

// slice: main
do {
    async let news = fetch("news", seconds: 1)
    async let sport = fetch("sport", seconds: 2, fails: true)
    async let weather = fetch("weather", seconds: 3)
    async let music = fetch("music", seconds: 4, fails: true)
    let pages = try await [news, sport, weather, music]
    print("gathered: \(pages)")
} catch {
    print("caught: \(error)")
}
try await Task.sleep(for: .seconds(5))
print("main ends")
// end
