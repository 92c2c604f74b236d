import ConcurrencyKit

/// Notes what happened and when, in virtual time.
///
///     let log = CallLog()
///     log("saved a")
///     log.lines        // ["[1.5] saved a"]
public final class CallLog {
    public struct Entry: Equatable, Sendable {
        /// Virtual time since the loop began.
        public let time: Duration
        public let text: String
    }

    /// In the order in which it happened.
    public private(set) var entries: [Entry] = []

    public init() {}

    public func callAsFunction(_ text: String) {
        entries.append(Entry(time: EventLoop.running?.time ?? .zero, text: text))
    }

    /// What happened, without times.
    public var texts: [String] { entries.map(\.text) }

    /// With the time in seconds before each.
    public var lines: [String] { entries.map { "[\($0.time / .seconds(1))] \($0.text)" } }
}
