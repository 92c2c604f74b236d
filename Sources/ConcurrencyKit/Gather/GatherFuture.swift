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

/// `gatherFuture` of closures that return different types: a tuple.
public func gatherFuture<each Output>(
    _ bodies: repeat (() async throws -> each Output)?,
    file: String = #fileID,
    line: Int = #line
) -> Future<(repeat each Output)> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        var reader = Gathering.Reader($0)
        return (repeat try reader.next((each Output).self))
    } start: {
        repeat $0.add(each bodies)
    }
}

/// `gatherFuture` of awaitables with different result types: a tuple.
public func gatherFuture<each Argument: Awaitable>(
    _ awaitables: repeat (each Argument)?,
    file: String = #fileID,
    line: Int = #line
) -> Future<(repeat (each Argument).Output)> {
    gatherFuture("gatherFuture", returnsErrors: false, at: SourceLocation(file: file, line: line)) {
        var reader = Gathering.Reader($0)
        return (repeat try reader.next((each Argument).Output.self))
    } start: {
        repeat $0.add(each awaitables)
    }
}

/// `gatherFuture` of nothing: done with an empty array, at once (promise 144).
public func gatherFuture(file: String = #fileID, line: Int = #line) -> Future<[Never]> {
    gatherFuture([LoopTask<Never>](), file: file, line: line)
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

/// `gatherResultsFuture` of closures that return different types: a tuple.
public func gatherResultsFuture<each Output>(
    _ bodies: repeat (() async throws -> each Output)?,
    file: String = #fileID,
    line: Int = #line
) -> Future<(repeat Result<each Output, any Error>)> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        var reader = Gathering.Reader($0)
        return (repeat reader.nextResult((each Output).self))
    } start: {
        repeat $0.add(each bodies)
    }
}

/// `gatherResultsFuture` of awaitables with different result types: a tuple.
public func gatherResultsFuture<each Argument: Awaitable>(
    _ awaitables: repeat (each Argument)?,
    file: String = #fileID,
    line: Int = #line
) -> Future<(repeat Result<(each Argument).Output, any Error>)> {
    gatherFuture("gatherResultsFuture", returnsErrors: true, at: SourceLocation(file: file, line: line)) {
        var reader = Gathering.Reader($0)
        return (repeat reader.nextResult((each Argument).Output.self))
    } start: {
        repeat $0.add(each awaitables)
    }
}

/// `gatherResultsFuture` of nothing: done with an empty array, at once (promise 144).
public func gatherResultsFuture(file: String = #fileID, line: Int = #line) -> Future<[Result<Never, any Error>]> {
    gatherResultsFuture([LoopTask<Never>](), file: file, line: line)
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
