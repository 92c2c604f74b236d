import ConcurrencyKit

/// Looks for a run of one check in which something is wrong: first in first out, then other orders or cancellations.
struct CheckSearch {
    let check: Check
    let request: CheckRequest
    /// When to stop, in real nanoseconds. The first run is always made.
    let deadline: Int64
    let clock: RealClock
    /// Told before each run.
    let begin: (Schedule, Int?) -> Void

    private var runs = 0
    private var failedRuns = 0
    private var failure: Shown?
    private var passing: Shown?
    private var couldNotTell: String?
    private var usesThreads = false

    struct Shown {
        let schedule: Schedule
        let cancelAt: Int?
        let outcome: SingleRun.Outcome
    }

    init(
        check: Check,
        request: CheckRequest,
        deadline: Int64,
        clock: RealClock,
        begin: @escaping (Schedule, Int?) -> Void
    ) {
        self.check = check
        self.request = request
        self.deadline = deadline
        self.clock = clock
        self.begin = begin
    }

    /// Seeds that are tried to find a run that passes, beside one that fails.
    private static let contrasts = 12
    /// More orders are not tried one by one.
    private static let mostOrders = 300
    /// More suspension points are not tried one by one.
    private static let mostPoints = 300
    private static let usualSeeds = 256

    mutating func perform() -> CheckRecord.Finished {
        if let schedule = request.schedule {
            run(schedule, target: request.cancelAt.map { .init(point: $0, isInAttempt: false) })
            return finished(isExhaustive: false)
        }
        let first = run(.fifo)
        guard failure == nil, couldNotTell == nil else { return contrasted() }
        var isExhaustive = true
        if isSwept { isExhaustive = sweep(.fifo, first) }
        if isDecided { return contrasted() }
        isExhaustive = check.orders == .many && tryOrders(first) && isExhaustive
        return isDecided ? contrasted() : finished(isExhaustive: isExhaustive)
    }

    // MARK: What is tried

    /// Cancels at each suspension point that a run under `schedule` reached. False if there were too many, or no time.
    private mutating func sweep(_ schedule: Schedule, _ plain: SingleRun.Outcome) -> Bool {
        let count = plain.points.count
        let tried = min(count, Self.mostPoints)
        for index in 0..<tried {
            guard mayGoOn else { return false }
            // Evenly spread where not all can be tried, the first and the last among them.
            let point = plain.points[tried == count || tried < 2 ? index : index * (count - 1) / (tried - 1)]
            run(schedule, target: .init(point: point, isInAttempt: plain.hasAttempted))
        }
        return tried == count
    }

    /// True if all orders that there are were tried, and all cancellations in each.
    private mutating func tryOrders(_ first: SingleRun.Outcome) -> Bool {
        let guess = ChoiceTree.size(widths: first.widths, limit: 4 * Self.mostOrders)
        if guess < 4 * Self.mostOrders, let all = tryAllOrders(first) { return sweepAll(all) }
        var random = Shuffler(seed: 1)
        for seed in 1...UInt64(max(1, request.schedules ?? Self.usualSeeds)) {
            guard mayGoOn else { return false }
            let plain = run(.seed(seed))
            // A cancellation may come at a bad moment of another order, too.
            guard isSwept, !plain.points.isEmpty, mayGoOn else { continue }
            let point = plain.points[random.next(below: plain.points.count)]
            run(.seed(seed), target: .init(point: point, isInAttempt: plain.hasAttempted))
        }
        return false
    }

    /// All orders but the first; nil if there are too many, or no time.
    private mutating func tryAllOrders(_ first: SingleRun.Outcome) -> [Shown]? {
        var tree = ChoiceTree()
        tree.advance(choices: first.choices, widths: first.widths)
        var all: [Shown] = []
        while let next = tree.next {
            guard all.count < Self.mostOrders, mayGoOn else { return nil }
            let outcome = run(.choices(next))
            all.append(Shown(schedule: .choices(next), cancelAt: nil, outcome: outcome))
            tree.advance(choices: outcome.choices, widths: outcome.widths)
        }
        return all
    }

    /// Of many points in many orders, some in each.
    private mutating func sweepAll(_ orders: [Shown]) -> Bool {
        guard isSwept else { return true }
        let count = orders.reduce(0) { $0 + $1.outcome.points.count }
        var random = Shuffler(seed: 1)
        for order in orders {
            let plain = order.outcome
            if count <= Self.mostPoints {
                guard sweep(order.schedule, plain) else { return false }
            } else if !plain.points.isEmpty {
                guard mayGoOn else { return false }
                let point = plain.points[random.next(below: plain.points.count)]
                run(order.schedule, target: .init(point: point, isInAttempt: plain.hasAttempted))
            }
        }
        return count <= Self.mostPoints
    }

    /// With a run that passes beside the one that fails, if there is one.
    private mutating func contrasted() -> CheckRecord.Finished {
        guard let failure, check.orders == .many, !failure.outcome.wasStopped else {
            return finished(isExhaustive: false)
        }
        for seed in 1...UInt64(Self.contrasts) {
            guard passing == nil, clock.nanoseconds() < deadline else { break }
            run(.seed(seed))
        }
        return finished(isExhaustive: false)
    }

    // MARK: One run

    private var isSwept: Bool { check.cancelling == .everySuspensionPoint }
    private var isDecided: Bool { failure != nil || couldNotTell != nil }
    private var mayGoOn: Bool { !isDecided && clock.nanoseconds() < deadline }

    @discardableResult
    private mutating func run(_ schedule: Schedule, target: RunWatch.Target? = nil) -> SingleRun.Outcome {
        begin(schedule, target?.point)
        let run = SingleRun(check: check, schedule: schedule, target: target, facts: request.source)
        let outcome = run.perform()
        runs += 1
        if outcome.usesThreads { usesThreads = true }
        let shown = Shown(schedule: schedule, cancelAt: outcome.cancelledAt, outcome: outcome)
        if let reason = outcome.couldNotTell {
            couldNotTell = reason
        } else if outcome.failures.isEmpty {
            if passing == nil { passing = shown }
        } else {
            failedRuns += 1
            if failure == nil { failure = shown }
        }
        return outcome
    }

    private func finished(isExhaustive: Bool) -> CheckRecord.Finished {
        CheckRecord.Finished(
            check: check.id,
            outcome: failure != nil ? .failed : couldNotTell != nil ? .couldNotTell : .passed,
            reason: failure == nil ? couldNotTell : nil,
            runs: runs,
            failedRuns: failedRuns,
            isExhaustive: isExhaustive && !usesThreads,
            usesThreads: usesThreads ? true : nil,
            failures: failure?.outcome.failures ?? [],
            schedule: failure?.schedule,
            cancelAt: failure?.cancelAt,
            failingTrace: failure?.outcome.trace,
            passingSchedule: failure == nil ? nil : passing?.schedule,
            passingTrace: failure == nil ? nil : passing?.outcome.trace
        )
    }
}
