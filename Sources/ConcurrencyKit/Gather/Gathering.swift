/// The common part of all forms of gather: arguments in, a `GatherCore` and its typed results out.
struct Gathering {
    let core: GatherCore

    /// Starts tasks for the arguments, in argument order (promise 143).
    ///
    /// - Parameter collect: the result of the gather as a future; the async forms read the children themselves.
    init(
        _ operation: String,
        returnsErrors: Bool,
        at site: SourceLocation,
        collect: @escaping ([FutureCore]) throws -> Any = { _ in () },
        start: (inout Starter) -> Void
    ) throws(LoopError) {
        guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: operation) }
        loop.scopeCount += 1
        core = GatherCore(loop: loop, id: loop.scopeCount, returnsErrors: returnsErrors, collect: collect)
        var starter = Starter(core: core, site: site)
        start(&starter)
        if starter.hasForeigner {
            core.letGo()
            throw LoopError.differentLoop(awaited: "an argument of \(operation)")
        }
        core.allAdded(at: site)
    }

    private static let nilArgument = InvalidArgumentError(description: "gather was given nil: leave the argument out")

    /// Waits until the gather is over; throws its error.
    func wait(at site: SourceLocation) async throws {
        try await core.wait(at: site)
        try core.get(Void.self)
    }

    /// Makes the children.
    struct Starter {
        private let core: GatherCore
        private let site: SourceLocation
        private var known: [ObjectIdentifier: FutureCore] = [:]
        /// An argument belongs to another loop.
        private(set) var hasForeigner = false

        init(core: GatherCore, site: SourceLocation) {
            self.core = core
            self.site = site
        }

        mutating func add<Output>(_ body: @escaping () async throws -> Output) {
            let task = core.loop.makeTask(name: nil, scope: core.id, birthplace: site) { $0.result = try await body() }
            core.add(task, isNew: true)
        }

        /// For the forms that return a tuple: their parameters are optional only so that Swift prefers the forms that return
        /// an array where both would do. `@_disfavoredOverload` is too strong: Swift then rather drops the results of closures.
        mutating func add<Output>(_ body: (() async throws -> Output)?) {
            if let body { add(body) } else { add { () async throws -> Output in throw Gathering.nilArgument } }
        }

        mutating func add<Argument: Awaitable>(_ awaitable: Argument?) {
            if let awaitable {
                add(awaitable)
            } else {
                add { () async throws -> Argument.Output in throw Gathering.nilArgument }
            }
        }

        /// The same awaitable twice is one child in two places (promises 161 and 162).
        mutating func add(_ awaitable: some Awaitable) {
            let identity = awaitable.identity
            if let identity, let future = known[identity] {
                return core.add(future, isNew: false)
            }
            let future = awaitable.future(on: core.loop, scope: core.id, birthplace: site)
            guard future.loop === core.loop else {
                hasForeigner = true
                return
            }
            if let identity { known[identity] = future }
            core.add(future, isNew: true)
        }
    }

    /// Reads children of different types one after another.
    struct Reader {
        let children: [FutureCore]
        private var index = 0

        init(_ children: [FutureCore]) { self.children = children }

        mutating func next<Value>(_: Value.Type) throws -> Value {
            defer { index += 1 }
            return try children[index].get(Value.self)
        }

        mutating func nextResult<Value>(_: Value.Type) -> Result<Value, any Error> {
            defer { index += 1 }
            return children[index].settled(Value.self)
        }
    }
}

extension [FutureCore] {
    func values<Value>(_: Value.Type) throws -> [Value] { try map { try $0.get(Value.self) } }
    func results<Value>(_: Value.Type) -> [Result<Value, any Error>] {
        map { $0.settled(Value.self) }
    }
}
