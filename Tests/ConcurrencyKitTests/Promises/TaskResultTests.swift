import ConcurrencyKit
import Testing

/// Topic 15 of behaviours.md: who says what a task results in.
@Suite struct TaskResultTests {
    @Test(.promise(315)) func resultOfATaskCannotBeSet() throws {
        let seen = try transcript { log in
            func attempt(_ action: () throws -> Void) {
                do {
                    try action()
                    log("allowed")
                } catch { log(error) }
            }
            let task = createTask(name: "work") { try await sleep(for: .seconds(1), returning: "its own") }
            attempt { try task.future.setResult("another") }
            attempt { try task.future.setException(Failure("another")) }
            log(try await task.value)
            attempt { try task.future.setResult("another") }
        }
        #expect(
            seen == """
                [0.0] Task does not support setResult operation: 'work' results in what its body returns; use a Future
                [0.0] Task does not support setException operation: 'work' results in what its body returns; use a Future
                [1.0] its own
                [1.0] Task does not support setResult operation: 'work' results in what its body returns; use a Future
                """
        )
    }
}
