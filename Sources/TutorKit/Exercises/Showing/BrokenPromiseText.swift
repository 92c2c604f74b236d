import ConcurrencyKit
import LessonChecks
import LessonKit

/// One check that failed, told in full: what was expected, in which order of tasks, and what happened.
struct BrokenPromiseText {
    let promise: ExerciseResult.Promise
    var isHeadless = false

    var showings: [Showing] {
        switch promise.outcome {
        case .broken(let finished): [.words("\(promise.id): \(promise.title)")] + broken(finished)
        case .cutShort(let cut):
            [
                .words("\(promise.id): \(promise.title)"),
                .words("While this was tried, the program \(cut.words)."),
                .words(replay(cut.schedule, cut.cancelAt)),
            ]
        case .kept, .skipped, .couldNotTell, .untried: []
        }
    }

    /// Three are enough: later ones are often the consequence of earlier ones.
    private static let failuresShown = 3

    private func broken(_ finished: CheckRecord.Finished) -> [Showing] {
        var showings: [Showing] = []
        for failure in finished.failures.prefix(Self.failuresShown) {
            let lines = failure.message.split(separator: "\n", omittingEmptySubsequences: false)
            showings.append(.words(lines.first.map(String.init) ?? failure.kind.rawValue))
            if lines.count > 1 { showings.append(.laidOut(lines.dropFirst().joined(separator: "\n"))) }
        }
        if finished.failures.count > Self.failuresShown {
            showings.append(.words("… and \(finished.failures.count - Self.failuresShown) more."))
        }
        let schedule = finished.schedule ?? .fifo
        showings.append(.words(share(finished, schedule)))
        return showings + pictures(finished, schedule)
    }

    private func share(_ finished: CheckRecord.Finished, _ schedule: Schedule) -> String {
        let runs = finished.runsInWords.map { "It fails \($0). " } ?? ""
        return runs + replay(schedule, finished.cancelAt)
    }

    private static func name(_ schedule: Schedule, _ cancelAt: Int?) -> String {
        let order = schedule == .fifo ? "first in, first out" : "\(schedule)"
        return order + (cancelAt.map { ", cancelled at suspension point \($0)" } ?? "")
    }

    private func replay(_ schedule: Schedule, _ cancelAt: Int?) -> String {
        let place = cancelAt.map { ", cancelled at its suspension point \($0)" } ?? ""
        let order =
            switch schedule {
            case .fifo: "asyncio's own order, first in, first out"
            case .seed(let seed): "the order of seed \(seed)"
            case .choices: "an order of its own"
            }
        let words = ReplayWords(schedule: schedule, cancelAt: cancelAt)
        return "This was \(order)\(place): `\(isHeadless ? words.option : words.command)` repeats it."
    }

    private func pictures(_ finished: CheckRecord.Finished, _ schedule: Schedule) -> [Showing] {
        guard let failing = finished.failingTrace, !failing.isEmpty else { return [] }
        let order = Self.name(schedule, finished.cancelAt)
        var showings: [Showing] = [
            .words("What happened (\(order)):"), .timeline(TracedRun(title: order, trace: failing), TimelineView()),
        ]
        guard let passing = finished.passingTrace, let other = finished.passingSchedule else { return showings }
        showings += [
            .words("A run in which the promise is kept (\(Self.name(other, nil))):"),
            .timeline(TracedRun(title: Self.name(other, nil), trace: passing), TimelineView()),
        ]
        if let difference = TraceDifference(failing, passing) {
            let lines = difference.words(first: "this run", second: "the other")
            showings.append(.words("They are the same for \(difference.index) events. The first that differs:"))
            showings.append(.laidOut(lines.map { "  \($0)" }.joined(separator: "\n")))
        }
        return showings
    }
}
