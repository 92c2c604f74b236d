import Foundation

/// Decides what is done to a running child, and why it ended if it was ended.
///
///     timeUp      -> SIGTERM, soon after SIGKILL
///     overflowed  -> SIGKILL
///     cancelled   -> SIGINT (the kit cancels `main` on it), after the grace SIGKILL
///
/// The first reason stands: a program that is cancelled and then takes too long was cancelled.
struct Supervision {
    enum Event: Sendable { case timeUp, overflowed, cancelled, graceOver, exited }
    enum Action: Equatable {
        case signal(Int32)
        case askAgain(after: Duration)
    }
    enum Reason: Equatable { case timeUp, overflowed, cancelled }

    let interruptGrace: Duration
    /// Long enough to flush a file, too short to be noticed.
    static let terminateGrace = Duration.milliseconds(200)
    private(set) var reason: Reason?

    init(interruptGrace: Duration) { self.interruptGrace = interruptGrace }

    mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .exited: []
        case .graceOver: [.signal(SIGKILL)]
        case .timeUp: stop(.timeUp, [.signal(SIGTERM), .askAgain(after: Self.terminateGrace)])
        case .overflowed: stop(.overflowed, [.signal(SIGKILL)])
        case .cancelled: stop(.cancelled, [.signal(SIGINT), .askAgain(after: interruptGrace)])
        }
    }

    private mutating func stop(_ reason: Reason, _ actions: [Action]) -> [Action] {
        guard self.reason == nil else { return [] }
        self.reason = reason
        return actions
    }
}
