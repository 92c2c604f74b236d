import ConcurrencyKit

/// What was wrong in a run, in words for the learner.
struct Findings {
    private let check: Check
    private let cancelledAt: String?
    private let departure: String?
    private(set) var failures: [CheckFailure] = []
    private(set) var couldNotTell: String?

    /// - Parameters:
    ///   - cancelledAt: where it was cancelled, if it was.
    ///   - departure: what the kit says of a task that left its loop, if one did.
    init(check: Check, cancelledAt: String?, departure: String?) {
        self.check = check
        self.cancelledAt = cancelledAt
        self.departure = departure
    }

    /// Those that the check has noted itself.
    mutating func take(_ noted: [CheckFailure]) {
        failures += noted.map {
            let known = $0.misconception ?? check.misconceptions[$0.kind]
            return CheckFailure(
                kind: $0.kind,
                message: told($0.message),
                misconception: known,
                location: $0.location
            )
        }
    }

    mutating func judge(_ end: LimitedEnd, limit: Duration, wasCancelled: Bool) {
        switch end {
        case .returned: break
        case .failed(let error as CouldNotTell): couldNotTell = error.reason
        case .failed(is CancelledError) where wasCancelled: break
        case .failed(is CancelledError), .failed(is CancellationError):
            add(.error, "It ended as cancelled, and nobody had cancelled it.")
        case .failed(let error): add(.error, "It threw an error: \(Self.words(error))")
        case .deadlock(let deadlock):
            add(
                .deadlock,
                "It can never go on: nothing is left that could wake it.\n" + Self.words(deadlock),
                at: deadlock.stuck.last?.location
            )
        case .stalled(let deadlock):
            let text = """
                It waits for something outside of the kit that did not come: a continuation that nobody resumes, a bare \
                Task { } or Task.sleep, or a thread that does not end.\n
                """
            add(.deadlock, text + Self.words(deadlock) + hint, at: deadlock.stuck.last?.location)
        case .tooManyTurns:
            add(
                .endless,
                "It does not end: it takes turn after turn, and no time passes between them. What it waits for may need a"
                    + " sleep, or an await of the task that brings it."
            )
        case .tooLate: add(.endless, "It had not ended after \(limit) of virtual time.")
        }
    }

    /// The task that was cancelled has ended.
    mutating func judge(_ task: LoopTask<Any>) {
        guard task.done, !task.cancelled else { return }
        let instead =
            (try? task.exception()).flatMap { $0 }.map { "threw another error: \(Self.words($0))" }
            ?? "went on and returned a value"
        add(
            .cancellation,
            "It was cancelled, but \(instead). Code that is cancelled cleans up, then throws the CancelledError on."
        )
    }

    mutating func judge(_ leftovers: Leftovers) {
        if !leftovers.tasks.isEmpty {
            let lines = leftovers.tasks.map {
                "\n  task '\($0.name)', made at \($0.birthplace.shortDescription): \($0.state)"
            }
            let count = leftovers.tasks.count
            add(
                .leak,
                "When it had ended, \(count == 1 ? "a task was" : "\(count) tasks were") still there:" + lines.joined(),
                at: leftovers.tasks.first?.location
            )
        } else if leftovers.timers > 0 {
            let count = leftovers.timers == 1 ? "a timer was" : "\(leftovers.timers) timers were"
            let advice = departure == nil ? ": cancel what callLater returns when you no longer need it." : "."
            add(.leak, "When it had ended, \(count) still set\(advice)\(hint)")
        }
        if leftovers.threads > 0 {
            add(
                .leak,
                "When it had ended, \(leftovers.threads == 1 ? "a thread" : "\(leftovers.threads) threads") still worked."
            )
        }
    }

    /// Where it is all that went wrong: what else went wrong is told with a hint to it.
    mutating func judgeWaitOutside() {
        guard failures.isEmpty else { return }
        add(
            .outside,
            "It waits in real time, outside of the kit's loop: how long, and who comes first, is then a matter of luck.\(hint)"
        )
    }

    mutating func judge(_ resources: [Resource]) {
        let open = resources.filter(\.isOpen).map(\.name)
        guard !open.isEmpty else { return }
        add(
            .leak,
            "When it had ended, \(open.formatted) \(open.count == 1 ? "was" : "were") still open. A `defer` closes it however"
                + " your code ends."
        )
    }

    mutating func judge(_ reports: [LoopReport]) {
        for report in reports {
            let place = report.location.map { " (made at \($0.shortDescription))" } ?? ""
            switch report.kind {
            case .neverAwaited:
                add(.leak, "A coroutine was never awaited\(place): it has not run.", at: report.location)
            case .errorNeverRetrieved, .failedDuringShutdown:
                let who = report.task.map { "Task '\($0)'\(place)" } ?? "A future"
                let error = report.error.map { ": \(Self.words($0))" } ?? "."
                add(.error, "\(who) failed, and nobody looked at its error\(error)", at: report.location)
            case .callbackFailed:
                add(.error, "A callback threw an error\(report.error.map { ": \(Self.words($0))" } ?? ".")")
            case .slowCallback, .reported: break
            }
        }
    }

    // MARK: Words

    private mutating func add(_ kind: CheckFailure.Kind, _ message: String, at location: SourceLocation? = nil) {
        failures.append(
            CheckFailure(
                kind: kind,
                message: told(message),
                misconception: check.misconceptions[kind],
                location: location
            )
        )
    }

    private var hint: String { departure.map { "\n  \($0)" } ?? "" }

    private func told(_ message: String) -> String {
        cancelledAt.map { "\(message)\n  (It was cancelled \($0).)" } ?? message
    }

    /// "Failed: the server could not fetch c"; the type once where the error says no more than that.
    static func words(_ error: any Error) -> String {
        let (type, text) = ("\(type(of: error))", "\(error)".shortened(to: 400))
        return text.hasPrefix(type) ? text : "\(type): \(text)"
    }

    private static func words(_ deadlock: Deadlock) -> String {
        var lines = deadlock.stuck.map { stuck in
            let who = stuck.task == "check" ? "the check" : "task '\(stuck.task)'"
            let made = stuck.birthplace
            let from = made.file == "check" ? "" : ", made at \(made.shortDescription),"
            let place = stuck.location == made ? "" : " (at \(stuck.location.shortDescription))"
            return "  \(who)\(from) waits for \(stuck.waitsFor)\(place)"
        }
        if !deadlock.cycle.isEmpty { lines.append("  in a circle: \(deadlock.cycle.joined(separator: " -> "))") }
        return lines.joined(separator: "\n")
    }
}

extension [String] {
    /// "a", "a and b", "a, b and c".
    fileprivate var formatted: String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}
