/// Gives tasks in the order in which they end (`asyncio.as_completed`).
///
///     for try await task in asCompleted(tasks) {
///         print(try task.result())
///     }
///
/// It yields the very tasks given (promise 269), failed and cancelled ones in their place (promises 271 and 272); what ends
/// at the same time comes in the order in which it went to sleep. Leaving the loop early leaves the rest running, and the
/// sequence can be resumed (promises 270 and 277).
///
/// The timeout is for all of it: when it is over, `TimeoutError` is thrown for each that is left, and nothing is cancelled
/// (promise 273).
public func asCompleted<Awaited: FutureLike>(
    _ futures: some Sequence<Awaited>,
    timeout: Duration? = nil,
    file: String = #fileID,
    line: Int = #line
) -> AsCompleted<Awaited> {
    AsCompleted(Array(futures), timeout: timeout, at: SourceLocation(file: file, line: line))
}

/// `asCompleted` of coroutines, each of which becomes a task, in argument order; one that is given twice counts once
/// (promises 266 and 274).
public func asCompleted<Output>(
    _ coroutines: [Coroutine<Output>],
    timeout: Duration? = nil,
    file: String = #fileID,
    line: Int = #line
) -> AsCompleted<LoopTask<Output>> {
    var seen: Set<ObjectIdentifier> = []
    let distinct = coroutines.filter { seen.insert(ObjectIdentifier($0)).inserted }
    let tasks = distinct.map { createTask(file: file, line: line, $0) }
    return AsCompleted(tasks, timeout: timeout, at: SourceLocation(file: file, line: line))
}

/// `asCompleted` of closures, each of which becomes a task, in argument order.
public func asCompleted<Output>(
    _ bodies: (() async throws -> Output)...,
    timeout: Duration? = nil,
    file: String = #fileID,
    line: Int = #line
) -> AsCompleted<LoopTask<Output>> {
    let tasks = bodies.map { createTask(file: file, line: line, $0) }
    return AsCompleted(tasks, timeout: timeout, at: SourceLocation(file: file, line: line))
}

/// What `asCompleted` returns: an asynchronous sequence, and its own iterator.
public final class AsCompleted<Awaited: FutureLike>: AsyncSequence, AsyncIteratorProtocol {
    /// The very task or future that was given.
    public typealias Element = Awaited

    private let done: Mailbox<Awaited?>?
    private var waiting: [FutureCore: (Awaited, DoneCallback)] = [:]
    private var order: [FutureCore] = []
    private var timer: Handle?
    private var left: Int
    private let site: SourceLocation

    init(_ futures: [Awaited], timeout: Duration?, at site: SourceLocation) {
        self.site = site
        var seen: Set<Awaited> = []
        let distinct = futures.filter { seen.insert($0).inserted }
        left = distinct.count
        guard let loop = CurrentLoop.loop else {
            done = nil
            return
        }
        done = Mailbox(loop: loop)
        for future in distinct {
            let core = future.future.core
            order.append(core)
            // Weak: the callback of a task that ends while the iteration is being left is on its way, and finds nobody.
            waiting[core] = (future, core.addCallback { [weak self] in self?.completed($0) })
        }
        if let timeout, !distinct.isEmpty { timer = loop.callLater(timeout) { [weak self] in self?.timedOut() } }
    }

    deinit {
        timer?.cancel()
        for (core, (_, callback)) in waiting { _ = core.removeCallbacks(token: callback.token) }
    }

    /// The sequence itself: a second loop over it goes on where the first was left (promise 270).
    public func makeAsyncIterator() -> AsCompleted { self }

    /// The next that has ended, or nil when all have been given.
    ///
    /// - Throws: `TimeoutError`, `CancelledError`; never the error of a task.
    public func next() async throws -> Awaited? {
        guard left > 0 else { return nil }
        left -= 1
        return try await takeOne()
    }

    /// `next()` on the caller's actor, as the standard library asks for it.
    public func next(isolation actor: isolated (any Actor)?) async throws -> Awaited? {
        try await next()
    }

    /// As many handles as there are tasks, all alike: the first that is awaited gets the first result (promise 267).
    ///
    ///     for handle in asCompleted(tasks).handles {
    ///         print(try await handle.value)
    ///     }
    ///
    /// A handle that is let go before anybody awaited it gives its place back: a loop over them that was left early can be
    /// resumed, by another loop over `handles` or over the sequence itself (promise 270).
    public var handles: [Coroutine<Awaited.Output>] {
        let count = left
        left = 0
        return (0..<count).map { _ in
            let place = Place(in: self)
            let handle = Coroutine(at: site) {
                place.isTaken = true
                return try await place.owner.takeOne().result()
            }
            // asyncio makes each when the loop comes to it: a loop that is left early has made no more than it awaited.
            handle.needNotBeAwaited()
            return handle
        }
    }

    /// One of the results to come, set aside for a handle. The handle alone holds it.
    private final class Place {
        let owner: AsCompleted
        var isTaken = false

        init(in owner: AsCompleted) { self.owner = owner }

        deinit {
            if !isTaken { owner.left += 1 }
        }
    }

    private func takeOne() async throws -> Awaited {
        guard let done else { throw LoopError.noRunningLoop(operation: "asCompleted") }
        guard let awaited = try await done.take(at: site) else { throw TimeoutError() }
        return awaited
    }

    private func completed(_ core: FutureCore) {
        guard let (awaited, _) = waiting.removeValue(forKey: core) else { return }
        done?.put(awaited)
        if waiting.isEmpty { timer?.cancel() }
    }

    private func timedOut() {
        for core in order {
            guard let (_, callback) = waiting.removeValue(forKey: core) else { continue }
            _ = core.removeCallbacks(token: callback.token)
            done?.put(nil)
        }
    }
}

extension FutureCore: Hashable {
    @usableFromInline
    static func == (left: FutureCore, right: FutureCore) -> Bool { left === right }
    @usableFromInline
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
