// Forms of gather that cannot be had; the compiler says what to write instead.

// An array of functions cannot be taken safely: Swift 6.3 converts `[@Sendable () async -> T]` to `[() async throws -> T]`
// when it is passed, and that conversion traps at run time.

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

// With results of the shape that was meant, so that a caller who takes them apart gets the message, too.

@available(*, unavailable, message: "a function among awaitables must be a coroutine: Coroutine { try await … }")
@_disfavoredOverload
public func gather<each Argument>(_ arguments: repeat each Argument) async throws -> (repeat each Argument) {
    fatalError()
}

@available(*, unavailable, message: "a function among awaitables must be a coroutine: Coroutine { try await … }")
@_disfavoredOverload
public func gatherResults<each Argument>(
    _ arguments: repeat each Argument
) async throws -> (repeat Result<each Argument, any Error>) {
    fatalError()
}

@available(*, unavailable, message: "a function among awaitables must be a coroutine: Coroutine { try await … }")
@_disfavoredOverload
public func gatherFuture<each Argument>(_ arguments: repeat each Argument) -> Future<(repeat each Argument)> {
    fatalError()
}

@available(*, unavailable, message: "a function among awaitables must be a coroutine: Coroutine { try await … }")
@_disfavoredOverload
public func gatherResultsFuture<each Argument>(
    _ arguments: repeat each Argument
) -> Future<(repeat Result<each Argument, any Error>)> {
    fatalError()
}
