import ConcurrencyKit

func add(upTo last: Int) async -> Int {
    print("adding starts")
    var sum = 0
    for number in 1...last {
        sum += number
    }
    print("adding ends")
    return sum
}

try run {
    let task = createTask { await add(upTo: 1000) }
    try await sleep(for: .milliseconds(1))
    print("cancel: \(task.cancel())")
    print("sum: \(try await task.value)")
}
