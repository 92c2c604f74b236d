import ConcurrencyKit

/// What happened in one run, as a value from which every picture and sentence is made.
///
///     let timeline = Timeline(trace: run.trace)
///     TimelineDrawing(timeline, width: 80).text
///     TimelineSentences(timeline).text
///
/// Any list of events is good enough: of a program that was killed, of no program at all, or one that a hostile program
/// wrote. What does not fit is left out.
public struct Timeline: Sendable, Equatable {
    public let clock: Clock
    /// As the tree of tasks is printed: each parent before its children, siblings in the order of their creation.
    public let lanes: [Lane]
    /// In the order in which they were opened.
    public let scopes: [Scope]
    public let notes: [Note]
    /// The last event.
    public let end: Moment

    public init(trace: [TraceEvent], clock: Clock = .virtual) {
        var builder = TimelineBuilder()
        for event in trace { builder.add(event) }
        self = builder.timeline(clock: clock)
    }

    init(clock: Clock, lanes: [Lane], scopes: [Scope], notes: [Note], end: Moment) {
        self.clock = clock
        self.lanes = lanes
        self.scopes = scopes
        self.notes = notes
        self.end = end
    }

    /// The clock of the loop: `virtual` time passes only while everything waits.
    public enum Clock: Sendable, Equatable {
        case virtual, continuous
    }

    /// Nanoseconds since the run began, never negative; `seq` tells apart what happened at the same instant.
    public struct Moment: Sendable, Equatable, Comparable {
        public let time: Int64
        public let seq: Int

        public static func < (one: Moment, other: Moment) -> Bool {
            (one.time, one.seq) < (other.time, other.seq)
        }
    }

    /// One task, from its creation to its end.
    public struct Lane: Sendable, Equatable {
        /// The task's number in the trace.
        public let id: Int
        /// Raw: sanitise it before showing it. A main task that nobody named is "main".
        public let name: String
        /// The task that created this one; nil for main, and for tasks made by callbacks.
        public let parent: Int?
        /// The gather, group or other scope that it was made for.
        public let scope: Int?
        /// 0 for main.
        public let depth: Int
        /// No later sibling: its branch of the tree ends here.
        public let isLastSibling: Bool
        public let created: Moment
        public let location: SourceLocation?
        /// From the creation to the end (of the task, or of the trace) without gaps. Many take no time at all.
        public let segments: [Segment]
        public let cancelRequests: [CancelRequest]
        /// Nil if the trace ends first.
        public let end: End?
        /// Nil if nobody collects its result, or if it ended after they had gone.
        public let join: Join?
    }

    public struct Segment: Sendable, Equatable {
        public let state: State
        public let begin: Moment
        public let end: Moment
        /// Where the task was suspended.
        public let location: SourceLocation?

        /// In nanoseconds.
        public var duration: Int64 { end.time - begin.time }

        public enum State: Sendable, Equatable {
            /// Could run, and another one does.
            case ready
            case running
            case waiting(TraceEvent.Wait)
        }
    }

    /// A request: the task goes on until it ends.
    public struct CancelRequest: Sendable, Equatable {
        public let moment: Moment
        /// The task that asked; nil if a timer, a callback or another thread did.
        public let by: Int?
        public let message: String?
    }

    public struct End: Sendable, Equatable {
        public let moment: Moment
        public let outcome: TraceEvent.Outcome
    }

    /// A finished task's result is held until the gather, group or wait around it is done.
    public struct Join: Sendable, Equatable {
        public let scope: Int
        /// Nil if the trace ends first.
        public let moment: Moment?
    }

    public struct Scope: Sendable, Equatable {
        public let id: Int
        public let kind: TraceEvent.Scope
        /// The task that opened it.
        public let owner: Int
        public let members: [Int]
        /// Loop time in nanoseconds.
        public let deadline: Int64?
        public let opened: Moment
        /// Nil if the trace ends first.
        public let closed: Moment?
        public let location: SourceLocation?
    }

    /// Something that a person should be told.
    public struct Note: Sendable, Equatable {
        public let moment: Moment
        /// 0 for the loop itself.
        public let task: Int
        public let kind: TraceEvent.Note
        public let text: String
    }
}

extension Timeline {
    /// From the start of the run to the last event, in nanoseconds.
    public var total: Int64 { end.time }

    /// How long all tasks together waited for the world outside (sleeping, a thread, code that the kit does not know),
    /// in nanoseconds. Waiting for another task or for a future does not count: that time is counted where it is spent.
    /// More than ``total`` means that waits overlapped, which is the point of concurrency.
    public var sumOfWaits: Int64 {
        lanes.lazy.flatMap(\.segments).filter(\.isWaitForWorld).reduce(0) { sum, segment in
            let (result, overflow) = sum.addingReportingOverflow(segment.duration)
            return overflow ? .max : result
        }
    }
}

extension Timeline.Segment {
    var isWaitForWorld: Bool {
        switch state {
        case .waiting(.sleep), .waiting(.thread), .waiting(.native): true
        case .waiting(.turn), .waiting(.task), .waiting(.future), .waiting(.scope), .ready, .running: false
        }
    }
}
