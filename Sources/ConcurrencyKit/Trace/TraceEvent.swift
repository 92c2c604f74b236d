/// One thing that happened on a loop: what, to which task, when, and where in the source.
///
/// A trace is the list of these in the order of `seq`. Virtual times tie (running takes no virtual time), so `seq` and
/// nothing else tells what came before what.
public struct TraceEvent: Sendable, Equatable {
    /// Position in the trace, from 1, without gaps.
    public let seq: Int
    /// Loop time in nanoseconds since the run began: virtual or real, as the loop's clock is.
    public let time: Int64
    /// Wall-clock nanoseconds since the run began.
    public let realTime: Int64
    /// The number of the task that it happened to, from 1 in creation order; 0 is the loop itself.
    public let task: Int
    public let kind: Kind
    /// Where the task was created, where it suspended, or where the scope was opened.
    public let location: SourceLocation?

    public init(
        seq: Int,
        time: Int64,
        realTime: Int64,
        task: Int,
        kind: Kind,
        location: SourceLocation? = nil
    ) {
        self.seq = seq
        self.time = time
        self.realTime = realTime
        self.task = task
        self.kind = kind
        self.location = location
    }

    public enum Kind: Sendable, Equatable {
        /// `parent` is the task that called `createTask`; `scope` the gather, group or other scope that it was made for.
        case created(name: String, parent: Int?, scope: Int?)
        case renamed(String)
        /// Runnable from now on, but not running: it waits for its turn.
        case ready
        /// Its first turn began.
        case started
        case suspended(on: Wait)
        case resumed
        /// A request, not an end. `by` is the task that asked; nil if a callback, a timer or another thread did.
        case cancelRequested(by: Int?, message: String?)
        case finished(Outcome)
        /// `task` waits for (gather, wait) or guards (shield, timeout, group) the tasks `members`.
        case scopeOpened(id: Int, scope: Scope, members: [Int], deadline: Int64?)
        case scopeClosed(id: Int)
        /// Something that a person should be told: see ``Note``.
        case note(Note, String)
    }

    /// What a suspended task waits for.
    public enum Wait: Sendable, Equatable {
        /// Its next turn (`sleep(for: .zero)`).
        case turn
        /// Loop time in nanoseconds since the run began.
        case sleep(until: Int64)
        case task(Int)
        /// A future that is no task; numbered by itself from 1.
        case future(Int)
        /// The scope with this id: a gather, a wait, a group.
        case scope(Int)
        case thread
        /// An `await` of something that the kit does not know, such as a bare `Task.sleep`: it left the loop.
        case native
    }

    public enum Outcome: Sendable, Equatable {
        /// `String(describing:)` of what the task returned; empty for `Void`.
        case value(String)
        case error(type: String, description: String)
        case cancelled(message: String?)
    }

    public enum Scope: String, Sendable, Equatable, Codable {
        case gather, group, timeout, shield, wait
    }

    public enum Note: String, Sendable, Equatable, Codable {
        /// A `Coroutine` that nobody awaited.
        case neverAwaited
        /// A task went on after a delivered cancellation without `uncancel()`.
        case cancellationSwallowed
        /// An error that nobody read.
        case errorNeverRetrieved
        /// An error thrown by a callback.
        case callbackFailed
        case deadlock
        /// The task awaited something outside the kit.
        case leftTheLoop
        /// The trace was cut here because it grew too long.
        case truncated
    }
}

/// A place in a program. `file` is a `#fileID` ("Module/File.swift").
public struct SourceLocation: Sendable, Hashable, Codable, CustomStringConvertible {
    public let file: String
    /// 1-based.
    public let line: Int
    /// The function around it, as `#function` gives it; nil where that is not known. A trace does not carry it.
    public let function: String?

    public init(file: String, line: Int, function: String? = nil) {
        self.file = file
        self.line = line
        self.function = function
    }

    public var description: String { "\(file):\(line)" }
}
