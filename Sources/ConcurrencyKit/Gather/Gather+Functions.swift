// An array of functions cannot be taken safely: Swift 6.3 converts `[@Sendable () async -> T]` to `[() async throws -> T]`
// when it is passed, and that conversion traps at run time. So the compiler says what to write instead.

@available(
    *,
    unavailable,
    message: "make coroutines of them: gather(functions.map { f in Coroutine { try await f() } })"
)
public func gather<Output>(_ functions: [() async throws -> Output]) async throws -> [Output] { [] }

@available(
    *,
    unavailable,
    message: "make coroutines of them: gatherResults(functions.map { f in Coroutine { try await f() } })"
)
public func gatherResults<Output>(
    _ functions: [() async throws -> Output]
) async throws -> [Result<Output, any Error>] { [] }
