/// How far a run may go: for programs that may never end.
package struct RunLimits {
    /// Entries of the queue that may run.
    package var turns: Int
    /// Loop time by which it must have ended; asked again and again, because it may change during the run.
    package var time: () -> Duration
    /// Real time for which it may wait for threads and for what the kit does not know.
    package var patience: Duration

    package init(turns: Int, patience: Duration, time: @escaping () -> Duration) {
        self.turns = turns
        self.patience = patience
        self.time = time
    }
}

/// How a run within limits ended.
package enum LimitedEnd {
    case returned
    case failed(any Error)
    /// It can never go on.
    case deadlock(Deadlock)
    /// What it waits for is outside of the kit and did not come in time.
    case stalled(Deadlock)
    case tooManyTurns
    case tooLate
}

extension EventLoop {
    /// Runs `main` and, when it has ended, whatever is ready by then; never longer than `limits` allow.
    ///
    /// Leaves tasks as they are. After anything but `returned` and `failed`, only ``abandon(turns:)`` is sure to return.
    package func run(
        named name: String,
        within limits: RunLimits,
        file: String = #fileID,
        line: Int = #line,
        _ main: @escaping @Loop () async throws -> Void
    ) -> LimitedEnd {
        patience = limits.patience.wholeNanoseconds
        do {
            return try running {
                let core = makeTask(
                    name: name,
                    context: context,
                    start: .scheduled,
                    birthplace: SourceLocation(file: file, line: line)
                ) { try await finish($0, with: main) }
                core.add(.init(action: .call({ [unowned self] _ in stopRequested = true }, nil)))
                var turns = limits.turns
                if let end = go(on: &turns, limits.time) { return end }
                if !settle(&turns) { return .tooManyTurns }
                do {
                    try core.get(Void.self)
                    return .returned
                } catch { return .failed(error) }
            }
        } catch { return .failed(error) }
    }

    /// Closes the loop in little time, whatever its tasks do: those that are left are cancelled and get a few turns, between which no
    /// time passes. One that has not ended then never goes on.
    package func abandon(turns: Int = 1_000) {
        guard !isClosed, !isRunning else { return }
        try? running {
            cancelAll(tasks.array)
            var left = turns
            patience = 0
            _ = settle(&left)
            closeCarriers()
        }
        if let threadPool, !threadPool.isBusy { threadPool.close() }
        letGo()
    }

    /// Nothing but the running task can run now: for others, time has to pass first.
    package var isQuiet: Bool {
        ready.isEmpty && inbox.isEmpty && timers.first.map { $0.deadline > now } ?? true
    }

    func reportQuiet() {
        let waiting = whenQuiet
        whenQuiet = []
        for call in waiting { call() }
    }

    /// Until a stop is requested. Nil if it was.
    private func go(on turns: inout Int, _ time: () -> Duration) -> LimitedEnd? {
        stopRequested = false
        while !stopRequested {
            turns -= max(1, ready.count)
            if turns < 0 { return .tooManyTurns }
            do { try iterate() } catch {
                tracer?.emit(.note(.deadlock, error.summary), 0, on: self)
                return outstanding.count > 0 || !away.isEmpty ? .stalled(error) : .deadlock(error)
            }
            if self.time > time() { return .tooLate }
        }
        return nil
    }

    /// Lets no time pass, but waits for threads, as long as the patience goes. False if turns ran out.
    private func settle(_ turns: inout Int) -> Bool {
        while true {
            if isQuiet {
                guard outstanding.count > 0, inbox.wait(nanoseconds: patience) else { return true }
            }
            turns -= max(1, ready.count)
            if turns < 0 { return false }
            takeInbox()
            runWhatIsReady()
        }
    }
}
