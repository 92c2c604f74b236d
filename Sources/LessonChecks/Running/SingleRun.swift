import ConcurrencyKit

/// A check under one schedule, with or without a cancellation.
struct SingleRun {
    let check: Check
    let schedule: Schedule
    /// The suspension point at which it is cancelled.
    var target: RunWatch.Target?
    var facts: SourceFacts?

    struct Outcome {
        var failures: [CheckFailure]
        /// Why there is no verdict.
        var couldNotTell: String?
        let trace: [TraceEvent]
        /// The suspension points at which it makes sense to cancel, counted from 1.
        let points: [Int]
        let hasAttempted: Bool
        /// The one at which it was cancelled.
        let cancelledAt: Int?
        /// Under `fifo` and `choices`: what was chosen, and among how many.
        let choices: [Int]
        let widths: [Int]
        /// It was stopped at a limit, which took its time.
        let wasStopped: Bool
        let usesThreads: Bool
    }

    /// More turns than any sensible exercise takes, in less than a second.
    private static let mostTurns = 100_000
    /// Real time that code outside of the kit may take in one go.
    private static let patience = Duration.seconds(2)

    func perform() -> Outcome {
        // The watch and the run know each other and the loop; the loop reports to the watch from its first event.
        var watch: RunWatch?
        let loop = EventLoop(clock: .virtual, order: .fifo, trace: .handler { watch?.see($0) })
        let run = CheckRun(loop: loop, isCancelling: target != nil, facts: facts)
        var request: (time: Duration, task: LoopTask<Any>)?
        var due: LoopTask<Any>?
        func cancelWhatIsDue() {
            guard let task = due else { return }
            due = nil
            if task.cancel() { request = (loop.time, task) }
        }
        let seen = RunWatch(
            target: target,
            isInAttempt: { run.attempts > 0 },
            reach: {
                due = run.subject
                // Makes a second entry beside that of the task that gives up its turn, so that the order is asked first.
                loop.callSoon(cancelWhatIsDue)
            }
        )
        watch = seen
        let recorded = RecordedOrder(schedule.choices)
        let order: any OrderSource = if case .seed(let seed) = schedule { SeededOrder(seed: seed) } else { recorded }
        loop.orderSource = InterruptedOrder(order, beforeEach: cancelWhatIsDue)
        var reports: [LoopReport] = []
        loop.exceptionHandler = { reports.append($0) }

        let limits = RunLimits(turns: Self.mostTurns, patience: Self.patience) {
            (request?.time ?? .zero) + check.limit
        }
        // The loop runs on this thread, and nothing here touches `run` meanwhile.
        nonisolated(unsafe) let unsafeRun = run
        let end = loop.run(named: "check", within: limits, file: "check", line: 0) {
            unsafeRun.subject = LoopTask.current
            try await check.body(unsafeRun)
        }
        var findings = Findings(check: check, cancelledAt: seen.cancellation?.place, departure: seen.departure)
        findings.take(run.failures)
        findings.judge(end, limit: check.limit, wasCancelled: request != nil)
        if let request, end.isEnd { findings.judge(request.task) }
        if end.isEnd, check.leftovers == .forbidden {
            findings.judge(loop.leftovers)
            findings.judge(run.resources)
        }
        if end.isEnd, loop.wasWokenByOthers { findings.judgeWaitOutside() }
        let (leftovers, usesThreads) = (loop.leftovers, loop.hasUsedThreads)
        // What happens from here on is no part of the run. Both hold the loop, too.
        watch = nil
        loop.orderSource = nil
        if end.isEnd, leftovers.tasks.isEmpty, leftovers.threads == 0 {
            loop.close()
            if check.leftovers == .forbidden { findings.judge(reports) }
        } else {
            loop.abandon()
        }
        return Outcome(
            failures: findings.failures,
            couldNotTell: findings.couldNotTell,
            trace: seen.events,
            points: run.hasAttempted ? seen.pointsOfAttempts : (0..<seen.points).map { $0 + 1 },
            hasAttempted: run.hasAttempted,
            cancelledAt: seen.cancellation?.point,
            choices: recorded.choices,
            widths: recorded.widths,
            wasStopped: end.isStop,
            usesThreads: usesThreads
        )
    }
}

extension Schedule {
    fileprivate var choices: [Int] { if case .choices(let choices) = self { choices } else { [] } }
}

extension LimitedEnd {
    /// Its main task has ended by itself.
    var isEnd: Bool {
        switch self {
        case .returned, .failed: true
        case .deadlock, .stalled, .tooManyTurns, .tooLate: false
        }
    }

    fileprivate var isStop: Bool {
        switch self {
        case .stalled, .tooManyTurns, .tooLate: true
        case .returned, .failed, .deadlock: false
        }
    }
}
