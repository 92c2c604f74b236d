import ConcurrencyKit

struct Countdown: Awaitable {
    let from: Int

    var value: String {
        get async throws {
            for number in stride(from: from, to: 0, by: -1) {
                print(number)
                try await sleep(for: .seconds(1))
            }
            return "liftoff"
        }
    }
}

try run {
    let countdown = Countdown(from: 2)
    print(try await countdown.value)
    print(try await countdown.value)
    let task = ensureFuture(countdown)
    print(try await task.value)
    print(try await task.value)
}
