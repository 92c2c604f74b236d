import LessonChecks

/// What is typed behind `replay`: `7`, `seed 7`, `fifo`, `choices 0,2,1`, each perhaps with `cancel 3`; nothing means
/// first in, first out.
public struct ReplayWords: Sendable, Equatable {
    public let schedule: Schedule
    /// The suspension point at which the code is cancelled, from 1.
    public let cancelAt: Int?

    public init(schedule: Schedule, cancelAt: Int? = nil) {
        self.schedule = schedule
        self.cancelAt = cancelAt
    }

    /// Nil if it cannot be read.
    public init?(_ text: String) {
        var words = text.split(whereSeparator: \.isWhitespace)
        var cancelAt: Int?
        if let at = words.firstIndex(of: "cancel") {
            guard at + 2 == words.count, let place = Int(words[at + 1]), place > 0 else { return nil }
            cancelAt = place
            words.removeLast(2)
        }
        let rest = words.joined(separator: " ")
        guard let schedule = rest.isEmpty ? .fifo : UInt64(rest).map(Schedule.seed) ?? Schedule(rest) else {
            return nil
        }
        self.init(schedule: schedule, cancelAt: cancelAt)
    }

    /// How it is typed.
    public var text: String {
        let order =
            switch schedule {
            case .fifo: cancelAt == nil ? "" : "fifo"
            case .seed(let seed): "\(seed)"
            case .choices: schedule.description
            }
        return order + (cancelAt.map { " cancel \($0)" } ?? "")
    }

    static let usage = "`replay 7`, `replay fifo` or `replay choices 0,1`, each perhaps with `cancel 3` behind it"
}
