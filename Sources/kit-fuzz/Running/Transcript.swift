import ConcurrencyKit
import Synchronization

/// What a program said: a line for every event, with its virtual time.
final class Transcript: Sendable {
    private let state = Mutex((lines: [String](), unread: [String]()))

    func say(_ who: some CustomStringConvertible, _ what: String) {
        let time = tickCount(EventLoop.running?.time ?? .zero)
        state.withLock { $0.lines.append("\(time) \(who) \(what)") }
    }

    func add(_ line: String) {
        state.withLock { $0.lines.append(line) }
    }

    /// What the loop tells of where no task is left to be told.
    func note(_ report: LoopReport) {
        let task = report.task.map { $0.hasPrefix("Task-") ? "task" : $0 }
        let error = report.error.map(named) ?? ""
        switch report.kind {
        case .callbackFailed: say("-", "report callback \(error)")
        case .failedDuringShutdown: say("-", "report shutdown \(task ?? "") \(error)")
        // CPython reports these when they are collected, the kit when the loop closes: compared as a list at the end.
        case .errorNeverRetrieved: state.withLock { $0.unread.append(task ?? "future") }
        case .neverAwaited, .slowCallback, .reported: break
        }
    }

    func addUnread() {
        state.withLock { state in
            state.lines += state.unread.sorted().map { "unread \($0)" }
        }
    }

    var text: String { state.withLock { $0.lines.joined(separator: "\n") } }
}
