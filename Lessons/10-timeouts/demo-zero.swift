import ConcurrencyKit

// slice: main
func sum(upTo limit: Int) async -> Int {
    var sum = 0
    for number in 1...limit { sum += number }
    return sum
}

try run {
    do {
        try await timeout(after: .zero) {
            print("the sum is \(await sum(upTo: 1000))")
        }
        print("in time")
        try await timeout(after: .zero) {
            try await sleep(for: .seconds(1))
            print("the sum is \(await sum(upTo: 1000))")
        }
        print("in time again")
    } catch is TimeoutError {
        print("too late")
    }
}
// end
