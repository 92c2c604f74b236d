/// Runs everything given at the same time and waits for all of it; the results in argument order (`asyncio.gather`).
///
///     let results = try await gather(one, two)                        // functions without parameters
///     let pages = try await gather({ try await fetch(1) }, { try await fetch(2) })
///     let (user, photo) = try await gather({ try await user(7) }, { try await photo(7) })   // different types
///     let all = try await gather(tasks)                               // tasks, coroutines, futures: any ``Awaitable``
///
/// Each closure becomes a task, started in argument order (promise 143). The first error is thrown at once, and the
/// other tasks are **not** cancelled (promises 145 and 146): gather waits for its arguments, it does not own them.
/// Cancelling the awaiter cancels every unfinished child, in argument order (promises 153 and 154).
///
/// - Returns: the results in argument order, whoever ended first (promise 142).
/// - Throws: the first error of a child; ``CancelledError``; `LoopError.noRunningLoop`; `LoopError.differentLoop` for a future
///   of another loop (promise 165).
@discardableResult
public func gather<Output>(
    _ bodies: (() async throws -> Output)...,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Output] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) { for body in bodies { $0.add(body) } }
    try await gathering.wait(at: site)
    return try gathering.core.children.values(Output.self)
}

/// `gather` of closures that return different types: a tuple.
///
/// An argument that is nil fails with `InvalidArgumentError`.
@discardableResult
public func gather<each Output>(
    _ bodies: repeat (() async throws -> each Output)?,
    file: String = #fileID,
    line: Int = #line
) async throws -> (repeat each Output) {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) { repeat $0.add(each bodies) }
    try await gathering.wait(at: site)
    var reader = Gathering.Reader(gathering.core.children)
    return (repeat try reader.next((each Output).self))
}

/// `gather` of awaitables with the same result type.
@discardableResult
public func gather<Output>(
    _ awaitables: any Awaitable<Output>...,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Output] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return try gathering.core.children.values(Output.self)
}

/// `gather` of awaitables with different result types: a tuple.
///
/// An argument that is nil fails with `InvalidArgumentError`.
@discardableResult
public func gather<each Argument: Awaitable>(
    _ awaitables: repeat (each Argument)?,
    file: String = #fileID,
    line: Int = #line
) async throws -> (repeat (each Argument).Output) {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) { repeat $0.add(each awaitables) }
    try await gathering.wait(at: site)
    var reader = Gathering.Reader(gathering.core.children)
    return (repeat try reader.next((each Argument).Output.self))
}

/// `gather` of an array, or another sequence, of awaitables.
@discardableResult
public func gather<Argument: Awaitable>(
    _ awaitables: some Sequence<Argument>,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Argument.Output] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return try gathering.core.children.values(Argument.Output.self)
}

/// `gather` of awaitables of different kinds.
@discardableResult
public func gather<Output>(
    _ awaitables: [any Awaitable<Output>],
    file: String = #fileID,
    line: Int = #line
) async throws -> [Output] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gather", returnsErrors: false, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return try gathering.core.children.values(Output.self)
}

/// `gather` of nothing: an empty array, at once (promise 144).
@discardableResult
public func gather(file: String = #fileID, line: Int = #line) async throws -> [Never] {
    try await gather([LoopTask<Never>](), file: file, line: line)
}
