/// The time was over (`TimeoutError`).
public struct TimeoutError: Error, CustomStringConvertible {
    /// The cancellation that ended the work (promise 204).
    public let underlying: CancelledError?

    /// - Parameter underlying: the cancellation that ended the work, if there was one.
    public init(underlying: CancelledError? = nil) { self.underlying = underlying }

    /// "TimeoutError".
    public var description: String { "TimeoutError" }
}

/// A deadline for a block, which can be moved while the block runs (`asyncio.Timeout`).
///
/// The function `timeout(after:)` makes and runs one in a single step. On its own:
///
///     let limit = Timeout(after: .seconds(1))
///     try await limit.run { try await fetch() }
public final class Timeout: CustomStringConvertible {
    private enum State: String { case created, entered, expiring, expired, finished }

    private var state = State.created
    private var deadline: Int64?
    private weak var task: TaskCore?
    private var handle: Handle?
    private var scope = 0
    /// How many ``withCancellationHeld(_:)`` blocks the task was in when the block was entered.
    private var depth = 0
    private let relative: Duration?

    /// - Parameter duration: counted from when the block is entered; nil for no limit (promise 209).
    public init(after duration: Duration?) { relative = duration }

    /// - Parameter when: loop time; nil for no limit.
    public init(at when: Duration?) {
        relative = nil
        deadline = when?.wholeNanoseconds
    }

    /// The deadline in loop time; nil if there is none (promise 208).
    public var when: Duration? { deadline.map { .nanoseconds($0) } }

    /// The deadline has passed, and the block was cancelled for it (promise 206).
    public var expired: Bool { state == .expiring || state == .expired }

    /// `<Timeout [active] when=1.0 seconds>`, or another state without the deadline (promise 230).
    public var description: String {
        let name =
            switch state {
            case .created: "created"
            case .entered: "active"
            case .expiring: "expiring"
            case .expired: "expired"
            case .finished: "finished"
            }
        return "<Timeout [\(name)]\(state == .entered ? " when=\(when.map { "\($0)" } ?? "nil")" : "")>"
    }

    /// Moves the deadline; nil takes it away; one in the past fires on the next turn (promises 224 and 225).
    ///
    /// - Throws: `TimeoutStateError` unless the block is running and the deadline has not passed (promise 227).
    public func reschedule(at when: Duration?) throws {
        guard state == .entered, let loop = task?.loop else {
            throw TimeoutStateError(
                description: state == .created
                    ? "the timeout has not been entered: it can be moved only inside of its block"
                    : "cannot change the state of a timeout that is \(state.rawValue)"
            )
        }
        deadline = when?.wholeNanoseconds
        handle?.cancel()
        handle = nil
        guard let deadline else { return }
        let timeIsOver = { [unowned self] in fire() }
        handle =
            deadline <= loop.timeNanoseconds
            ? loop.callSoon(timeIsOver) : loop.call(at: .nanoseconds(deadline), timeIsOver)
    }

    /// Runs `body` in the current task (promise 232) and cancels it at the deadline, which outside of the block is
    /// a `TimeoutError` (promises 202 and 203).
    ///
    /// - Throws: `TimeoutError`; what `body` throws; `TimeoutStateError` the second time, or outside of a task.
    public func run<Value>(
        file: String = #fileID,
        line: Int = #line,
        _ body: () async throws -> Value
    ) async throws -> Value {
        let (task, count) = try enter(at: SourceLocation(file: file, line: line))
        do {
            let value = try await body()
            if leave(task) { task.withdrawRequest() }
            return value
        } catch {
            // Ours only if nobody else has asked to cancel since the block was entered.
            guard leave(task), task.withdrawRequest() <= count else { throw error }
            switch error {
            case let error as CancelledError: throw TimeoutError(underlying: error)
            case is CancellationError: throw TimeoutError(underlying: CancelledError(message: task.cancelMessage))
            default: throw error
            }
        }
    }

    private func enter(at site: SourceLocation) throws -> (TaskCore, requests: Int) {
        guard state == .created else {
            throw TimeoutStateError(description: "the timeout has already been entered: make a new one for each block")
        }
        guard let loop = CurrentLoop.loop else { throw LoopError.noRunningLoop(operation: "timeout") }
        guard let task = loop.current else {
            throw TimeoutStateError(description: "a timeout works only inside of a task")
        }
        state = .entered
        self.task = task
        depth = task.holds.count
        let when =
            relative.map { Duration.nanoseconds(loop.timeNanoseconds.addingClamped($0.wholeNanoseconds)) } ?? when
        loop.scopeCount += 1
        scope = loop.scopeCount
        loop.tracer?.emit(
            .scopeOpened(id: scope, scope: .timeout, members: [task.id], deadline: when?.wholeNanoseconds),
            task.id,
            at: site,
            on: loop
        )
        try reschedule(at: when)
        return (task, task.deliverableRequests)
    }

    /// True if the deadline had passed; then one request to cancel is the timeout's own, and the caller withdraws it.
    private func leave(_ task: TaskCore) -> Bool {
        handle?.cancel()
        handle = nil
        task.loop.tracer?.emit(.scopeClosed(id: scope), task.id, on: task.loop)
        guard state == .expiring else {
            state = .finished
            return false
        }
        state = .expired
        return true
    }

    private func fire() {
        guard state == .entered, let task else { return }
        task.cancel(message: nil, fromDepth: depth)
        state = .expiring
        handle = nil
    }
}

/// A ``Timeout`` was used in a state in which that is not possible.
public struct TimeoutStateError: Error, Equatable, CustomStringConvertible {
    /// Which state, and what that forbids.
    public let description: String
}

/// Runs `body` in the current task and cancels it if it takes longer than `duration` (`asyncio.timeout`).
///
///     do {
///         try await timeout(after: .seconds(1)) { try await fetch() }
///     } catch is TimeoutError { … }
///
/// Inside the block the end of time is a `CancelledError`; outside it is a `TimeoutError`. Only its own cancellation is
/// converted: one from elsewhere passes through (promises 215 and 216). Zero and less fire on the next turn (promise 210),
/// and nil is no limit (promise 209).
///
/// - Throws: ``TimeoutError``; what `body` throws; ``TimeoutStateError`` outside of a task; `LoopError.noRunningLoop`.
public func timeout<Value>(
    after duration: Duration?,
    file: String = #fileID,
    line: Int = #line,
    _ body: () async throws -> Value
) async throws -> Value {
    try await Timeout(after: duration).run(file: file, line: line, body)
}

/// `timeout(after:)` whose block is given the deadline, to ask about it or to move it.
public func timeout<Value>(
    after duration: Duration?,
    file: String = #fileID,
    line: Int = #line,
    _ body: (Timeout) async throws -> Value
) async throws -> Value {
    let limit = Timeout(after: duration)
    return try await limit.run(file: file, line: line) { try await body(limit) }
}

/// `timeout(after:)` with a deadline in loop time (`asyncio.timeout_at`).
public func timeout<Value>(
    at when: Duration?,
    file: String = #fileID,
    line: Int = #line,
    _ body: () async throws -> Value
) async throws -> Value {
    try await Timeout(at: when).run(file: file, line: line, body)
}

/// `timeout(at:)` whose block is given the deadline.
public func timeout<Value>(
    at when: Duration?,
    file: String = #fileID,
    line: Int = #line,
    _ body: (Timeout) async throws -> Value
) async throws -> Value {
    let limit = Timeout(at: when)
    return try await limit.run(file: file, line: line) { try await body(limit) }
}
