import LessonChecks
import LessonKit

/// A result in words and pictures, as a learner reads it.
struct ExerciseText {
    let result: ExerciseResult
    /// Of one order of tasks, which decides nothing.
    var isReplay = false
    var isHeadless = false

    var showings: [Showing] {
        if !result.errors.isEmpty { return compileErrors + feedback }
        switch result.verdict {
        case .passed:
            return [
                .verdict(
                    isReplay ? "In this order the promise is kept." : "Right: every promise is kept.",
                    isRight: true
                ), table,
            ] + output
        case .failed: return failed
        case .couldNotTell:
            let reason = Showing.words(
                "Could not tell: \(result.reason ?? "no reason is known"). This does not count against you."
            )
            return [reason] + (result.promises.isEmpty ? [] : [table]) + output
        }
    }

    // MARK: Errors of the compiler

    /// Six are enough to begin with: later ones are often the consequence of earlier ones.
    private static let errorsShown = 6

    private var compileErrors: [Showing] {
        let count = result.errors.count
        let shown = result.errors.prefix(Self.errorsShown)
        var showings: [Showing] = [
            .verdict("Not right: the file does not compile (\(count) error\(count == 1 ? "" : "s")).", isRight: false)
        ]
        for error in shown {
            showings.append(.laidOut(error.diagnostic.description))
            if let explanation = error.explanation { showings.append(.words(explanation)) }
        }
        if count > shown.count { showings.append(.words("… and \(count - shown.count) more. Mend these first.")) }
        return showings
    }

    private var feedback: [Showing] {
        result.sections.map { .blocks($0.text) } + (result.otherwise.isEmpty ? [] : [.blocks(result.otherwise)])
    }

    // MARK: Promises

    /// One row for each check.
    private var table: Showing {
        let rows = result.promises.map { promise in
            [promise.mark, promise.id, promise.title + (promise.remark.map { " (\($0))" } ?? "")]
        }
        return .columns(rows, indent: 2)
    }

    private var failed: [Showing] {
        let kept = result.promises.count { if case .kept = $0.outcome { true } else { false } }
        var showings: [Showing] = [
            .verdict(
                isReplay
                    ? "In this order it goes wrong."
                    : "Not right: \(kept) of \(result.promises.count) promises are kept.",
                isRight: false
            ), table,
        ]
        // The first is told in full: the others are often its consequences.
        if let first = result.promises.first(where: \.isBroken) {
            showings += BrokenPromiseText(promise: first, isHeadless: isHeadless).showings
        }
        return showings + feedback + output
    }

    private var output: [Showing] {
        guard !result.output.isEmpty else { return [] }
        let limit = 2_000
        let isCut = result.output.utf8.count > limit
        let head = isCut ? String(decoding: result.output.utf8.prefix(limit), as: UTF8.self) + "…" : result.output
        return [.words("What it printed, in all runs together\(isCut ? ", cut" : ""):"), .output(head)]
    }
}

extension ExerciseResult.Promise {
    fileprivate var mark: String {
        switch outcome {
        case .kept: "ok"
        case .broken, .cutShort: "NO"
        case .skipped, .untried: "--"
        case .couldNotTell: "??"
        }
    }

    fileprivate var remark: String? {
        switch outcome {
        case .kept(let finished), .broken(let finished): finished.runsInWords
        case .cutShort(let cut): cut.end.inWords
        case .skipped(let reason), .couldNotTell(let reason): reason
        case .untried: "not tried"
        }
    }
}

extension ExerciseFeedback.End {
    fileprivate var inWords: String {
        switch self {
        case .timeout: "it does not end"
        case .crash: "it crashed"
        case .memory: "it used too much memory"
        case .output: "it printed too much"
        case .quit: "it ended the program"
        case .deadlock: "deadlock"
        case .leak: "something was left behind"
        }
    }
}

extension CheckRecord.Finished {
    /// How many runs of all, "in 3 of 64 runs"; nil where that says nothing.
    var runsInWords: String? {
        let hasFailed = outcome == .failed
        // Threads race: a number would be another one the next time.
        if usesThreads == true { return hasFailed ? nil : "in every run that was tried" }
        guard runs > 1 else { return nil }
        if hasFailed { return failedRuns == runs ? "in each of \(runs) runs" : "in \(failedRuns) of \(runs) runs" }
        return isExhaustive ? "in each of the \(runs) possible runs" : "in \(runs) runs"
    }
}
