/// Runs the checks of an exercise one after the other and tells what comes of it.
struct CheckRunner {
    let checks: [Check]
    let request: CheckRequest
    var clock = RealClock.system
    /// Where the records go.
    let tell: (CheckRecord) -> Void

    private static let usualBudget = 4_000

    @discardableResult
    func run() -> CheckRecord.End {
        tell(.plan(plan))
        let chosen = checks.filter { request.only?.contains($0.id) ?? true }
        let end = clock.nanoseconds() + Int64(max(0, request.budgetMilliseconds ?? Self.usualBudget)) * 1_000_000
        var outcomes: [String: CheckRecord.Outcome] = [:]
        for (index, check) in chosen.enumerated() {
            let finished: CheckRecord.Finished
            if let needed = check.after.first(where: { outcomes[$0].map { $0 != .passed } ?? false }) {
                finished = .skipped(check.id, reason: reason(needed))
            } else {
                // What one check does not use is left for those that follow.
                let now = clock.nanoseconds()
                let share = max(0, end - now) / Int64(chosen.count - index)
                var search = CheckSearch(check: check, request: request, deadline: now + share, clock: clock) {
                    tell(.started(.init(check: check.id, schedule: $0, cancelAt: $1)))
                }
                finished = search.perform()
            }
            outcomes[check.id] = finished.outcome
            tell(.finished(finished))
        }
        func count(_ outcome: CheckRecord.Outcome) -> Int { outcomes.values.count { $0 == outcome } }
        let summary = CheckRecord.End(
            passed: count(.passed),
            failed: count(.failed),
            skipped: count(.skipped),
            couldNotTell: count(.couldNotTell)
        )
        tell(.end(summary))
        return summary
    }

    private var plan: CheckRecord.Plan {
        .init(
            format: CheckRecord.format,
            checks: checks.map { .init(id: $0.id, title: $0.title, after: $0.after) }
        )
    }

    private func reason(_ id: String) -> String {
        let title = checks.first { $0.id == id }?.title ?? id
        return "it builds on \"\(title)\", which must pass first"
    }
}

extension CheckRecord.Finished {
    fileprivate static func skipped(_ id: String, reason: String) -> Self {
        .init(
            check: id,
            outcome: .skipped,
            reason: reason,
            runs: 0,
            failedRuns: 0,
            isExhaustive: false,
            usesThreads: nil,
            failures: [],
            schedule: nil,
            cancelAt: nil,
            failingTrace: nil,
            passingSchedule: nil,
            passingTrace: nil
        )
    }
}

extension [Check] {
    /// What is wrong with the checks themselves, for their author; nil if nothing is.
    var problem: String? {
        if isEmpty { return "the exercise has no checks" }
        var seen: Set<String> = []
        for check in self {
            if let unknown = check.after.first(where: { !seen.contains($0) }) {
                return "check '\(check.id)' comes after '\(unknown)', and no check before it has that id"
            }
            if !seen.insert(check.id).inserted { return "two checks have the id '\(check.id)'" }
        }
        return nil
    }
}
