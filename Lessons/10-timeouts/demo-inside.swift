import ConcurrencyKit

try run {
    do {
        try await timeout(after: .seconds(2)) {
            do {
                try await sleep(for: .seconds(60))
            } catch is TimeoutError {
                print("inside: TimeoutError")
            } catch let error as CancelledError {
                print("inside: CancelledError")
                throw error
            }
        }
        print("the block has ended")
    } catch is TimeoutError {
        print("outside: TimeoutError")
    }
}
