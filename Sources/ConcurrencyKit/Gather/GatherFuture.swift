/// A gather as a future: it starts at once, and can be kept, nested, cancelled and awaited later (promise 144).
///
///     let both = gatherFuture({ try await fetch(1) }, { try await fetch(2) })
///     loop.callLater(.seconds(1)) { both.cancel() }
///     print(try await both.value)
///
/// `cancel()` cancels the children; the future itself never is `cancelled`, it holds their `CancelledError` (promise 158).
///
/// Outside of a loop nothing starts, and the future has failed with `LoopError.noRunningLoop`.
public func gatherFuture<Output>(
    _ bodies: (() async throws -> Output)...,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Output]> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        try $0.values(Output.self)
    } start: {
        for body in bodies { $0.add(body) }
    }
}

/// `gatherFuture` of awaitables with the same result type.
public func gatherFuture<Output>(
    _ awaitables: any Awaitable<Output>...,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Output]> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        try $0.values(Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

/// `gatherFuture` of an array, or another sequence, of awaitables.
public func gatherFuture<Argument: Awaitable>(
    _ awaitables: some Sequence<Argument>,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Argument.Output]> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        try $0.values(Argument.Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

/// `gatherFuture` of awaitables of different kinds.
public func gatherFuture<Output>(
    _ awaitables: [any Awaitable<Output>],
    file: String = #fileID,
    line: Int = #line
) -> Future<[Output]> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        try $0.values(Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

/// `gatherFuture` that returns errors instead of throwing the first.
public func gatherResultsFuture<Output>(
    _ bodies: (() async throws -> Output)...,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Result<Output, any Error>]> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        $0.results(Output.self)
    } start: {
        for body in bodies { $0.add(body) }
    }
}

/// `gatherResultsFuture` of awaitables with the same result type.
public func gatherResultsFuture<Output>(
    _ awaitables: any Awaitable<Output>...,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Result<Output, any Error>]> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        $0.results(Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

/// `gatherResultsFuture` of an array, or another sequence, of awaitables.
public func gatherResultsFuture<Argument: Awaitable>(
    _ awaitables: some Sequence<Argument>,
    file: String = #fileID,
    line: Int = #line
) -> Future<[Result<Argument.Output, any Error>]> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        $0.results(Argument.Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

/// `gatherResultsFuture` of awaitables of different kinds.
public func gatherResultsFuture<Output>(
    _ awaitables: [any Awaitable<Output>],
    file: String = #fileID,
    line: Int = #line
) -> Future<[Result<Output, any Error>]> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        $0.results(Output.self)
    } start: {
        for awaitable in awaitables { $0.add(awaitable) }
    }
}

private func gatherFuture<Output>(
    _ operation: String,
    returnsErrors: Bool,
    at site: SourceLocation,
    collect: @escaping ([FutureCore]) throws -> Output,
    start: (inout Gathering.Starter) -> Void
) -> Future<Output> {
    do {
        let gathering = try Gathering(operation, returnsErrors: returnsErrors, at: site, collect: collect, start: start)
        return Future(core: gathering.core)
    } catch {
        return Future(core: .failed(error))
    }
}
