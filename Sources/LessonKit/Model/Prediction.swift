/// The key of a `predict` question: which demo to run, and what to look at in its run.
public struct Prediction: Sendable, Equatable {
    public let ask: Ask
    /// The name of the demo; the lesson has it.
    public let demo: String
    public let schedule: Schedule
    public let feedback: Feedback<Pattern>

    public init(ask: Ask, demo: String, schedule: Schedule = .any, feedback: Feedback<Pattern>) {
        self.ask = ask
        self.demo = demo
        self.schedule = schedule
        self.feedback = feedback
    }

    /// Under which schedules what is asked for is the same: what an author declares and `tutor lint` proves.
    public enum Schedule: String, Sendable, Equatable, CaseIterable {
        /// Under every legal one: time alone decides.
        case any
        /// Under asyncio's fixed order: of tasks that are ready together, the first in runs first.
        case fifo
    }

    /// What the learner is to foretell.
    public enum Ask: Sendable, Equatable {
        /// Every line that the demo prints.
        case lines
        /// The name of the task that ends first. The main task does not compete.
        case first
        /// The names of the tasks in the order in which they end. The main task does not compete.
        case order
        /// The virtual time at which the demo ends; with a task, the time at which that task ends.
        case time(task: String?)
        /// How many lines are printed; with a text, how many of them contain it.
        case count(containing: String?)

        /// The word of the directive's `ask=`.
        public var word: String {
            switch self {
            case .lines: "lines"
            case .first: "first"
            case .order: "order"
            case .time: "time"
            case .count: "count"
            }
        }
    }

    /// A wrong answer that can be recognised.
    public enum Pattern: Sendable, Equatable {
        /// Any of these, read as a learner's answer is read.
        case answers([String])
        case relation(Relation)
    }

    /// How a wrong answer lies to the right one.
    public enum Relation: String, Sendable, Equatable, CaseIterable {
        /// The right lines or names, last first.
        case reversed
        /// The right lines or names, and no others, in any wrong order.
        case reordered
        /// In the right order, but some are left out.
        case missing
        /// All are there in the right order, but others are among them.
        case extra
        /// A number or time that is too small.
        case less
        /// A number or time that is too large.
        case more
    }
}
