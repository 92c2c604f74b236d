import ConcurrencyKit
import Testing

/// Topic 11 of behaviours.md, where it turns on what is still under way when a wait ends.
@Suite struct WaitEndTests {
    @Test(.promise(263)) func cancelledWaiterThrowsAndItsTasksGoOn() throws {
        let seen = try transcript { log in
            let work = createTask {
                try await sleep(for: .seconds(3))
                log("work ends")
            }
            let waiter = createTask {
                do {
                    _ = try await wait(for: [work])
                    log("never")
                } catch let error as CancelledError {
                    log("waiter:", error, "- work done:", work.done)
                    throw error
                }
            }
            try await sleep(for: .seconds(1))
            waiter.cancel("enough")
            try await sleep(for: .zero)
            log("waiter cancelled:", waiter.cancelled, "- requests to cancel work:", work.cancelling)
            try await work.value
        }
        #expect(
            seen == """
                [1.0] waiter: CancelledError: enough - work done: false
                [1.0] waiter cancelled: true - requests to cancel work: 0
                [3.0] work ends
                """
        )
    }
}
