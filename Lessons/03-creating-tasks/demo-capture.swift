import ConcurrencyKit

func report(from city: String) async -> String {
    "rain in \(city)"
}

try run {
    var city = "Oslo"
    let first = createTask { await report(from: city) }
    let second = createTask { [city] in await report(from: city) }
    city = "Rome"
    print("first: \(try await first.value)")
    print("second: \(try await second.value)")
}
