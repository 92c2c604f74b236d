import ConcurrencyKit
import Synchronization

// slice: main
let stop = Atomic(false)

func scan() {
    for page in 1...10 {
        if stop.load(ordering: .relaxed) {
            print("asked to stop")
            return
        }
        block(for: .seconds(1))
        print("page \(page) is scanned")
    }
}

func scanPages() async throws {
    do {
        try await toThread(scan)
    } catch let cancellation as CancelledError {
        stop.store(true, ordering: .relaxed)
        throw cancellation
    }
}

try run {
    let scanning = createTask(name: "scanning", scanPages)
    try await sleep(for: .milliseconds(2500))
    scanning.cancel()
    try await wait(for: [scanning])
    print("main ends")
}
print("run has returned")
// end
