/// `gather` that waits for all and returns errors instead of throwing the first
/// (`asyncio.gather(…, return_exceptions=True)`).
///
///     for result in try await gatherResults(tasks) {
///         switch result {
///         case .success(let page): print(page)
///         case .failure(let error): print("failed:", error)
///         }
///     }
///
/// A cancelled child is a `.failure(CancelledError)` (promise 149). It throws only `CancelledError`, when the awaiter
/// is cancelled, and only after all children have ended (promise 156); and ``LoopError`` as `gather` does.
public func gatherResults<Output>(
    _ bodies: (() async throws -> Output)...,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Result<Output, any Error>] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) {
        for body in bodies { $0.add(body) }
    }
    try await gathering.wait(at: site)
    return gathering.core.children.results(Output.self)
}

/// `gatherResults` of closures that return different types: a tuple.
public func gatherResults<each Output>(
    _ bodies: repeat (() async throws -> each Output)?,
    file: String = #fileID,
    line: Int = #line
) async throws -> (repeat Result<each Output, any Error>) {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) { repeat $0.add(each bodies) }
    try await gathering.wait(at: site)
    var reader = Gathering.Reader(gathering.core.children)
    return (repeat reader.nextResult((each Output).self))
}

/// `gatherResults` of awaitables with the same result type.
public func gatherResults<Output>(
    _ awaitables: any Awaitable<Output>...,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Result<Output, any Error>] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return gathering.core.children.results(Output.self)
}

/// `gatherResults` of awaitables with different result types: a tuple.
public func gatherResults<each Argument: Awaitable>(
    _ awaitables: repeat (each Argument)?,
    file: String = #fileID,
    line: Int = #line
) async throws -> (repeat Result<(each Argument).Output, any Error>) {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) { repeat $0.add(each awaitables) }
    try await gathering.wait(at: site)
    var reader = Gathering.Reader(gathering.core.children)
    return (repeat reader.nextResult((each Argument).Output.self))
}

/// `gatherResults` of an array, or another sequence, of awaitables.
public func gatherResults<Argument: Awaitable>(
    _ awaitables: some Sequence<Argument>,
    file: String = #fileID,
    line: Int = #line
) async throws -> [Result<Argument.Output, any Error>] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return gathering.core.children.results(Argument.Output.self)
}

/// `gatherResults` of awaitables of different kinds.
public func gatherResults<Output>(
    _ awaitables: [any Awaitable<Output>],
    file: String = #fileID,
    line: Int = #line
) async throws -> [Result<Output, any Error>] {
    let site = SourceLocation(file: file, line: line)
    let gathering = try Gathering("gatherResults", returnsErrors: true, at: site) {
        for awaitable in awaitables { $0.add(awaitable) }
    }
    try await gathering.wait(at: site)
    return gathering.core.children.results(Output.self)
}

/// `gatherResults` of nothing: an empty array, at once (promise 144).
@discardableResult
public func gatherResults(file: String = #fileID, line: Int = #line) async throws -> [Result<Never, any Error>] {
    try await gatherResults([LoopTask<Never>](), file: file, line: line)
}
