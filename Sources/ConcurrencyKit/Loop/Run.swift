/// Runs `main` on a new event loop, blocks until it has ended, and returns its value (`asyncio.run`).
///
///     try run {
///         print(try await gather(one, two))
///     }
///
/// Tasks that `main` left behind are cancelled, in creation order, and awaited before `run` returns (promises 11 and 12).
/// Ctrl-C cancels `main` once; if it then ends cancelled, the process ends by SIGINT, which a shell sees as 130.
///
/// - Parameters:
///   - clock: by default what `CONCURRENCYKIT_CLOCK` says ("virtual" or "continuous"), else real time.
///   - order: by default shuffled by what `CONCURRENCYKIT_SEED` says, else asyncio's.
///   - cancellation: `.level` makes every suspension point throw while a request to cancel stands.
///   - file: Where the main task is made, for traces and errors; leave it to its default.
///   - line: 1-based; leave it to its default.
///   - main: What the main task runs, on the loop.
/// - Returns: what `main` returns.
/// - Throws: what `main` throws; ``Deadlock`` if it can never go on; `LoopError.alreadyRunning` on a running loop.
@discardableResult
public func run<Output>(
    clock: LoopClock = .fromEnvironment,
    order: LoopOrder = .fromEnvironment,
    cancellation: CancellationStyle = .edge,
    file: String = #fileID,
    line: Int = #line,
    _ main: @escaping @Loop () async throws -> Output
) throws -> Output {
    let shared = EventLoop.ofProcess
    let loop = shared ?? EventLoop(clock: clock, order: order, cancellation: cancellation)
    defer { if shared == nil { loop.close() } else { loop.cleanUp() } }
    guard Interrupt.install(for: loop) else { return try loop.run(file: file, line: line, main) }
    defer { Interrupt.uninstall() }
    do {
        return try loop.run(file: file, line: line, interruptible: true, main)
    } catch is CancelledError where Interrupt.ended(loop) {
        // The process ends here: what main left behind cleans up first.
        loop.close()
        Interrupt.endProcess()
    }
}

extension EventLoop {
    /// Runs `main` on this loop and blocks until it has ended; may be called again (asyncio's `Runner.run`, promise 15).
    ///
    /// Unlike ``run(clock:order:cancellation:file:line:_:)`` it leaves other tasks as they are, to go on with the next call or to be
    /// cancelled by ``close()``.
    ///
    /// - Throws: what `main` throws; ``Deadlock``; `LoopError.alreadyRunning`; `LoopError.closed`.
    @discardableResult
    public func run<Output>(
        file: String = #fileID,
        line: Int = #line,
        _ main: @escaping @Loop () async throws -> Output
    ) throws -> Output {
        try run(file: file, line: line, interruptible: false, main)
    }

    func run<Output>(
        file: String,
        line: Int,
        interruptible: Bool,
        _ main: @escaping @Loop () async throws -> Output
    ) throws -> Output {
        let outcome = try running {
            let core = makeTask(
                name: nil,
                context: context,
                start: .scheduled,
                birthplace: SourceLocation(file: file, line: line)
            ) { try await finish($0, with: main) }
            if interruptible { self.interruptible = core }
            defer { self.interruptible = nil }
            try runUntilDone(core)
            return core
        }
        return try outcome.get(Output.self)
    }

    /// Cancels what is left, in creation order, waits for it, and closes the loop. Again: does nothing.
    public func close() {
        guard !isClosed, !isRunning else { return }
        cleanUp()
        try? running { closeCarriers() }
        letGo()
    }

    /// Closes the loop; what is left never goes on.
    func letGo() {
        isClosed = true
        home.close()
        tasks.removeAll()
        for future in waitingForFutures.values { future.part() }
        waitingForFutures = [:]
        // What is still queued or set never runs, as in asyncio; each entry would keep its loop alive.
        while !ready.isEmpty { ready.pop().discard() }
        timers.removeAll()
        tracer?.flush()
    }

    // MARK: Parts

    /// Ends what a main task has left behind.
    func cleanUp() {
        try? running {
            cancelLeftovers()
            // asyncio's `run` goes four times more through the loop to close what a program may have left (asynchronous
            // generators, threads): so the callbacks of a task that ended together with the last one are called.
            for _ in 0..<4 { runWhatIsReady() }
            joinThreads()
            reportUnread()
        }
    }

    /// Makes this the thread's loop while `body` runs.
    func running<Value>(_ body: () throws -> Value) throws -> Value {
        guard !isClosed else { throw LoopError.closed }
        guard !isRunning, CurrentLoop.loop.map({ $0 === self }) ?? true else { throw LoopError.alreadyRunning }
        let outerLoop = CurrentLoop.loop
        CurrentLoop.set(self)
        contextSlot = Context.slot
        let outerContext = contextSlot.context
        isRunning = true
        StrayExecutor.shared.began(home)
        defer {
            StrayExecutor.shared.ended(home)
            isRunning = false
            CurrentLoop.set(outerLoop)
            contextSlot.context = outerContext
        }
        return try body()
    }

    /// asyncio's `run_until_complete`: stops after the iteration in which the done callback of `future` ran.
    private func runUntilDone(_ future: FutureCore) throws(Deadlock) {
        future.add(.init(action: .call({ [unowned self] _ in stopRequested = true }, nil)))
        do {
            try runUntilStopped()
        } catch {
            tracer?.emit(.note(.deadlock, error.summary), 0, on: self)
            throw error
        }
    }

    /// CPython's `_cancel_all_tasks`: a gather over everything left, then the errors are reported.
    private func cancelLeftovers() {
        // A task may answer its cancellation with a new task or a new wait; one that refuses ten times is left.
        for round in 0..<10 where !tasks.isEmpty {
            // asyncio cancels what is left once, and then serves the threads: what they ask for meanwhile is not cancelled.
            if round > 0 { serveThreads() }
            let left = tasks.array
            guard !left.isEmpty else { break }
            cancelAll(left)
            scopeCount += 1
            let all = GatherCore(loop: self, id: scopeCount, returnsErrors: true, collect: { _ in () })
            for task in left { all.add(task, isNew: true) }
            all.allAdded(at: SourceLocation(file: "ConcurrencyKit/Run.swift", line: 0))
            try? runUntilDone(all)
            for task in left where !task.isPending {
                if let error = task.failure { report(.failedDuringShutdown, error: error, task: task) }
            }
        }
    }

    /// Waits for threads that still work, and ends them.
    private func joinThreads() {
        guard let threadPool, serveThreads() else { return }
        // What the threads sent last is still on its way. asyncio, too, goes three times more through the loop.
        for _ in 0..<3 { runWhatIsReady() }
        threadPool.close()
    }

    /// Runs until no thread is at work, doing what they ask of the loop meanwhile (promise 287). False if one waits for what
    /// this loop will never do: it cannot be joined, and is left.
    @discardableResult
    private func serveThreads() -> Bool {
        guard let threadPool else { return true }
        while threadPool.isBusy {
            do {
                try iterate()
            } catch {
                guard waitingThreads.count == 0 else { return false }
                // The last job has sent its result and is about to end.
                inbox.wait(nanoseconds: nil)
            }
        }
        return true
    }

    private func reportUnread() {
        for future in unread.takeAll() {
            report(.errorNeverRetrieved, error: future.failure, task: future as? TaskCore)
        }
        for place in unawaited.takeAll() {
            report(.neverAwaited, error: nil, task: nil, location: place)
        }
    }
}

/// On the loop, so that a result which is not Sendable need not cross anything.
@Loop
func finish<Output>(_ task: TaskCore, with main: @Loop () async throws -> Output) async throws {
    task.result = try await main()
}
