/// Runs code that does not know the kit in a native Swift task, and waits for it (KIT rule 4).
///
///     let (data, _) = try await native { try await URLSession.shared.data(from: url) }
///
/// Cancelling the kit task cancels the native one; its sticky flag dies with it, so that the kit task can clean up. Swift's
/// `CancellationError` comes out as `CancelledError`. A virtual clock goes no faster than the real one meanwhile.
///
/// - Throws: what `body` throws, with ``CancelledError`` for `CancellationError`; `LoopError.noRunningLoop` outside of a loop.
public func native<Output: Sendable>(
    file: String = #fileID,
    line: Int = #line,
    _ body: @escaping @Sendable () async throws -> Output
) async throws -> Output {
    guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "native") }
    let future = NativeCore(loop: loop)
    loop.outstanding.add(1)
    future.start(body)
    try await future.wait(at: SourceLocation(file: file, line: line))
    return try future.get(Output.self)
}

/// The future behind `native`: done when the native task is.
private final class NativeCore: FutureCore, @unchecked Sendable {
    private var task: Task<Void, Never>?

    override var traceWait: TraceEvent.Wait { .native }
    override var description: String { "native code" }

    func start<Output: Sendable>(_ body: @escaping @Sendable () async throws -> Output) {
        task = detached(body)
    }

    /// Nonisolated, so that the closure is not isolated to the loop.
    private nonisolated func detached<Output: Sendable>(
        _ body: @escaping @Sendable () async throws -> Output
    ) -> Task<Void, Never> {
        Task.detached { [loop] in
            let outcome: Result<Output, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            loop.inbox.push(.retaining(Handle { self.ended(outcome) }, .handle))
        }
    }

    private func ended<Output>(_ outcome: Result<Output, any Error>) {
        loop.outstanding.subtract(1)
        switch outcome {
        case .success(let value): finish(result: value)
        case .failure(is CancellationError): becomeCancelled(message: cancelMessage)
        case .failure(let error): finish(throwing: error)
        }
    }

    /// A request: the native code decides when it ends.
    override func cancel(message: String?) -> Bool {
        guard isPending else { return false }
        cancelMessage = message
        task?.cancel()
        return true
    }
}
