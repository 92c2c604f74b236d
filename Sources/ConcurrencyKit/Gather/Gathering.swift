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
        var starter = Starter(loop: loop, scope: loop.scopeCount, site: site)
        start(&starter)
        guard starter.futures.allSatisfy({ $0.loop === loop }) else {
            throw LoopError.differentLoop(awaited: "an argument of \(operation)")
        }
        core = GatherCore(
            loop: loop,
            id: starter.scope,
            children: starter.futures,
            returnsErrors: returnsErrors,
            at: site,
            collect: collect
        )
    }

    /// Waits until the gather is over; throws its error.
    func wait(at site: SourceLocation) async throws {
        try await core.wait(at: site)
        try core.get(Void.self)
    }

    /// Makes the children.
    struct Starter {
        let loop: EventLoop
        let scope: Int
        let site: SourceLocation
        private(set) var futures: [FutureCore] = []
        private var known: [ObjectIdentifier: FutureCore] = [:]

        init(loop: EventLoop, scope: Int, site: SourceLocation) {
            self.loop = loop
            self.scope = scope
            self.site = site
        }

        mutating func add<Output>(_ body: @escaping () async throws -> Output) {
            futures.append(
                loop.makeTask(name: nil, scope: scope, birthplace: site) { $0.result = try await body() }
            )
        }

        /// The same awaitable twice is one child in two places (promises 161 and 162).
        mutating func add(_ awaitable: some Awaitable) {
            let identity = awaitable.identity
            if let identity, let future = known[identity] {
                futures.append(future)
                return
            }
            let future = awaitable.future(on: loop, scope: scope, birthplace: site)
            if let identity { known[identity] = future }
            futures.append(future)
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
