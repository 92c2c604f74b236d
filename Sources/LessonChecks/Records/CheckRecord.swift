import ConcurrencyKit

/// What a program of checks tells while it runs, one record a line: see ``RecordSeal``.
///
/// A verdict needs the `end` record. Without it the program did not finish, and the last `started` tells with what it was
/// busy.
public enum CheckRecord: Equatable, Sendable {
    /// First: the checks that there are.
    case plan(Plan)
    /// A run of a check begins, or one of several runs with another schedule.
    case started(Started)
    /// A check is through.
    case finished(Finished)
    /// Last.
    case end(End)

    /// "lessonchecks/v1".
    public static let format = "lessonchecks/v1"

    public struct Plan: Codable, Equatable, Sendable {
        /// ``CheckRecord/format``.
        public let format: String
        /// In the order in which they run.
        public let checks: [Check]

        public struct Check: Codable, Equatable, Sendable {
            public let id: String
            /// A sentence: what is promised.
            public let title: String
            /// The ids of the checks without which this one is skipped.
            public let after: [String]
        }
    }

    public struct Started: Codable, Equatable, Sendable {
        public let check: String
        public let schedule: Schedule
        /// The suspension point at which the code under check is cancelled, counted from 1; nil if it is not.
        public let cancelAt: Int?
    }

    public struct Finished: Codable, Equatable, Sendable {
        public let check: String
        public let outcome: Outcome
        /// Why it was skipped, or why it could not tell.
        public let reason: String?
        /// How many runs were made, and in how many of them something was wrong.
        public let runs: Int
        public let failedRuns: Int
        /// Every order that there is was tried, and every suspension point.
        public let isExhaustive: Bool
        /// Threads worked in some run. They race: how many runs there are is not the same every time. Nil for false.
        public let usesThreads: Bool?
        /// Of the run that is shown. Empty unless it failed.
        public let failures: [CheckFailure]
        /// The run that is shown, and how to repeat it.
        public let schedule: Schedule?
        public let cancelAt: Int?
        /// The trace of that run; real times are 0. Cut after 4,000 events.
        public let failingTrace: [TraceEvent]?
        /// Of a run in which nothing was wrong, if there is one.
        public let passingSchedule: Schedule?
        public let passingTrace: [TraceEvent]?

        /// The misconception that the failures name first.
        public var misconception: String? { failures.lazy.compactMap(\.misconception).first }
    }

    public enum Outcome: String, Codable, Equatable, Sendable {
        case passed, failed
        /// A check that it builds on did not pass.
        case skipped
        /// What it needs to know is not known here, such as ``CheckRequest/source``.
        case couldNotTell
    }

    public struct End: Codable, Equatable, Sendable {
        public let passed: Int
        public let failed: Int
        public let skipped: Int
        public let couldNotTell: Int
    }
}
