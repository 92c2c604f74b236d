import ConcurrencyKit

extension CheckRun {
    /// Runs the code under check in a task of its own and waits for it: the task that a check with
    /// `cancelling: .everySuspensionPoint` cancels.
    ///
    ///     let outcome = await check.attempt { try await fetchAll(["a", "b"], with: server.fetch) }
    ///     check.expect(server.running == 0, "A fetch still runs after fetchAll has ended.")
    ///
    /// - Returns: its value, or its error: `CancelledError` if it ended cancelled.
    public func attempt<Output>(_ body: @escaping () async throws -> Output) async -> Result<Output, any Error> {
        hasAttempted = true
        let task = createTask(name: "your code", body)
        subject = LoopTask(task)
        defer { subject = nil }
        do { return .success(try await task.value) } catch { return .failure(error) }
    }
}
