import LessonChecks
import LessonKit

/// Decides what a run of the checks means: from what the program told, and from how it ended.
struct ExerciseJudge {
    let feedback: ExerciseFeedback

    /// - Parameter only: The ids of the checks that were asked for; nil for all.
    func result(_ transcript: CheckTranscript, _ run: ProgramRun, only: [String]? = nil) -> ExerciseResult {
        guard let plan = transcript.plan else {
            return .couldNotTell(Self.beforeTheChecks(run), output: run.output)
        }
        if case .cancelled = run.end { return .couldNotTell("the check was interrupted", output: run.output) }
        let promises = plan.checks.filter { only?.contains($0.id) ?? true }.map { check in
            ExerciseResult.Promise(id: check.id, title: check.title, outcome: outcome(of: check, transcript, run))
        }
        let unsure = promises.compactMap { promise -> String? in
            if case .couldNotTell(let reason) = promise.outcome { reason } else { nil }
        }
        let told = sections(promises)
        if promises.contains(where: \.isBroken) {
            return ExerciseResult(
                verdict: .failed,
                promises: promises,
                sections: told,
                otherwise: told.isEmpty ? feedback.otherwise : [],
                output: run.output
            )
        }
        if let reason = unsure.first {
            return ExerciseResult(verdict: .couldNotTell, reason: reason, promises: promises, output: run.output)
        }
        // A pass needs the program's own word that it went through all of it, and nothing that contradicts it.
        let areKept = !promises.isEmpty && promises.allSatisfy { if case .kept = $0.outcome { true } else { false } }
        guard let end = transcript.end, end.failed == 0, areKept else {
            let words =
                transcript.isCut ? "the checks told more than can be read" : "the checks did not come to their end"
            return ExerciseResult(
                verdict: .couldNotTell,
                reason: "\(words): the program \(run.end)",
                promises: promises,
                output: run.output
            )
        }
        return ExerciseResult(verdict: .passed, promises: promises, output: run.output)
    }

    private static func beforeTheChecks(_ run: ProgramRun) -> String {
        if case .couldNotStart(let reason) = run.end { return "the program could not be started: \(reason)" }
        if case .cancelled = run.end { return "the check was interrupted" }
        let words = run.errorOutput.trimmingWhitespace
        return "the program \(run.end) before the first check began" + (words.isEmpty ? "" : ": \(words)")
    }

    private func outcome(
        of check: CheckRecord.Plan.Check,
        _ transcript: CheckTranscript,
        _ run: ProgramRun
    ) -> ExerciseResult.Outcome {
        if let finished = transcript.finished.first(where: { $0.check == check.id }) {
            switch finished.outcome {
            case .passed: return .kept(finished)
            case .failed: return .broken(finished)
            case .skipped: return .skipped(reason: Self.reason(check, transcript))
            case .couldNotTell: return .couldNotTell(reason: finished.reason ?? "the check could not tell")
            }
        }
        guard let running = transcript.running, running.check == check.id else { return .untried }
        guard let (end, words) = Self.meaning(of: run) else {
            return .couldNotTell(reason: "the program could not be run: it \(run.end)")
        }
        return .cutShort(
            ExerciseResult.CutShort(end: end, words: words, schedule: running.schedule, cancelAt: running.cancelAt)
        )
    }

    /// The first of the checks that it builds on and that was not kept.
    private static func reason(_ check: CheckRecord.Plan.Check, _ transcript: CheckTranscript) -> String {
        let kept = transcript.finished.filter { $0.outcome == .passed }.map(\.check)
        let first = check.after.first { !kept.contains($0) }
        return "not tried: it builds on \(first ?? "what was not kept")"
    }

    /// Of a program that found the channel closed by which it tells its results (EX_IOERR): see LessonChecks.
    private static let channelClosed: Int32 = 74

    /// What the end of a program says of the code that ran in it; nil if it says nothing.
    private static func meaning(of run: ProgramRun) -> (ExerciseFeedback.End, String)? {
        let words = "\(run.end)"
        switch run.end {
        case .exited(Self.channelClosed): return (.quit, "closed files that are not its own, and so ended the check")
        case .exited(let code) where run.fatalError == nil:
            return (.quit, "ended itself (exit code \(code)) before the check was through")
        case .exited, .signalled:
            let fatal = run.fatalError.map { "\(words): \($0)" }
            return (run.end.isByItself ? .quit : .crash, fatal ?? words)
        case .timeLimit, .cpuLimit: return (.timeout, words)
        case .outputLimit: return (.output, words)
        case .memoryLimit: return (.memory, words)
        case .cancelled, .couldNotStart: return nil
        }
    }

    // MARK: What to tell

    /// Of each broken promise the section that it leads to.
    private func sections(_ promises: [ExerciseResult.Promise]) -> [ExerciseFeedback.Section] {
        var found: [ExerciseFeedback.Section] = []
        for promise in promises {
            guard let section = section(promise), !found.contains(section) else { continue }
            found.append(section)
        }
        return found
    }

    /// What the check names comes first, then what the process did, then that it was this check.
    private func section(_ promise: ExerciseResult.Promise) -> ExerciseFeedback.Section? {
        switch promise.outcome {
        case .broken(let finished):
            if let section = finished.misconception.flatMap(feedback.section) { return section }
            let ends = finished.failures.compactMap(\.kind.end)
            return ends.lazy.compactMap { feedback.section(on: .end($0)) }.first
                ?? feedback.section(on: .check(promise.id))
        case .cutShort(let cut):
            return feedback.section(on: .end(cut.end)) ?? feedback.section(on: .check(promise.id))
        case .kept, .skipped, .couldNotTell, .untried: return nil
        }
    }
}

extension ExerciseResult.Promise {
    var isBroken: Bool {
        switch outcome {
        case .broken, .cutShort: true
        case .kept, .skipped, .couldNotTell, .untried: false
        }
    }
}

extension ProcessEnd {
    /// A signal that a program sends to itself on purpose.
    fileprivate var isByItself: Bool {
        if case .signalled(let signal) = self {
            ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP"].contains(signal.name)
        } else {
            false
        }
    }
}

extension CheckFailure.Kind {
    /// The end that a section of feedback can be about.
    fileprivate var end: ExerciseFeedback.End? {
        switch self {
        case .deadlock: .deadlock
        case .leak: .leak
        case .endless: .timeout
        case .expectation, .duration, .error, .cancellation, .outside: nil
        }
    }
}
