// Functions where tasks or coroutines are needed: only so that the compiler says what to write.

@available(*, unavailable, message: "wait takes tasks: make them with createTask { try await … }")
public func wait<Output>(
    for functions: [() async throws -> Output],
    until condition: WaitCondition = .allCompleted,
    timeout: Duration? = nil
) async throws -> (done: [LoopTask<Output>], pending: [LoopTask<Output>]) { ([], []) }

@available(*, unavailable, message: "write the function behind: wait(timeout: …) { try await … }")
public func wait<Output>(
    for function: () async throws -> Output,
    timeout limit: Duration?
) async throws -> Output { try await function() }

@available(*, unavailable, message: "leave out the brackets, or make coroutines of them: Coroutine { try await … }")
public func asCompleted<Output>(
    _ functions: [() async throws -> Output],
    timeout: Duration? = nil
) -> AsCompleted<LoopTask<Output>> {
    AsCompleted([], timeout: timeout, at: SourceLocation(file: #fileID, line: #line))
}
