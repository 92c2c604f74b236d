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
    /// What happened.
    public let kind: Kind
    /// Where the task was created, where it suspended, or where the scope was opened.
    public let location: SourceLocation?

    /// An event as a loop would make it, for programs that write or test traces.
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

    /// What happened.
    public enum Kind: Sendable, Equatable {
        /// `parent` is the task that called `createTask`; `scope` the gather, group or other scope that it was made for.
        case created(name: String, parent: Int?, scope: Int?)
        /// It has this name from now on.
        case renamed(String)
        /// Runnable from now on, but not running: it waits for its turn.
        case ready
        /// Its first turn began.
        case started
        /// It waits, and others have their turn.
        case suspended(on: Wait)
        /// Its turn after a suspension began.
        case resumed
        /// A request, not an end. `by` is the task that asked; nil if a callback, a timer or another thread did.
        case cancelRequested(by: Int?, message: String?)
        /// It has ended.
        case finished(Outcome)
        /// `task` waits for (gather, wait) or guards (shield, timeout, group) the tasks `members`.
        case scopeOpened(id: Int, scope: Scope, members: [Int], deadline: Int64?)
        /// The end of what `scopeOpened` with the same id began.
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
        /// The task of this number.
        case task(Int)
        /// A future that is no task; numbered by itself from 1.
        case future(Int)
        /// The scope with this id: a gather, a wait, a group.
        case scope(Int)
        /// A function that `toThread` runs.
        case thread
        /// An `await` of something that the kit does not know, such as a bare `Task.sleep`: it left the loop.
        case native
    }

    /// How a task ended.
    public enum Outcome: Sendable, Equatable {
        /// `String(describing:)` of what the task returned; empty for `Void`.
        case value(String)
        /// It threw: the name of the type of the error, and what `"\(error)"` says.
        case error(type: String, description: String)
        /// It ended by a cancellation; the message, if there was one.
        case cancelled(message: String?)
    }

    /// What a scope is.
    public enum Scope: String, Sendable, Equatable, Codable {
        /// A `gather` of any kind.
        case gather
        /// `withLoopTaskGroup`.
        case group
        /// A ``Timeout``.
        case timeout
        /// `shield`.
        case shield
        /// `wait(for:until:)`.
        case wait
    }

    /// What a person should be told.
    public enum Note: String, Sendable, Equatable, Codable {
        /// A `Coroutine` that nobody awaited.
        case neverAwaited
        /// A task went on after a delivered cancellation without `uncancel()`.
        case cancellationSwallowed
        /// An error that nobody read.
        case errorNeverRetrieved
        /// An error thrown by a callback.
        case callbackFailed
        /// The program can never go on: the text names who waits for what.
        case deadlock
        /// The task awaited something outside the kit, or started it: told once for each place.
        case leftTheLoop
        /// The trace was cut here because it grew too long.
        case truncated
    }
}

/// A place in a program. `file` is a `#fileID` ("Module/File.swift").
public struct SourceLocation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// A `#fileID`: "Module/File.swift".
    public let file: String
    /// 1-based.
    public let line: Int
    /// The function around it, as `#function` gives it; nil where that is not known. A trace does not carry it.
    public let function: String?

    /// - Parameters:
    ///   - file: A `#fileID`.
    ///   - line: 1-based.
    ///   - function: A `#function`, if it is known.
    public init(file: String, line: Int, function: String? = nil) {
        self.file = file
        self.line = line
        self.function = function
    }

    /// "Module/File.swift:12".
    public var description: String { "\(file):\(line)" }
}
