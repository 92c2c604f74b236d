import ConcurrencyKit

/// The error that programs throw.
struct Boom: Error {
    let number: Int
}

/// An error in words that both languages share.
func named(_ error: any Error) -> String {
    switch error {
    case let error as CancelledError: error.message.map { "Cancelled \($0)" } ?? "Cancelled"
    case let error as Boom: "Boom \(error.number)"
    case is TimeoutError: "Timeout"
    case let error as ExceptionGroup: "Group [\(error.errors.map(named).joined(separator: ", "))]"
    case is InvalidStateError: "InvalidState"
    case is InvalidArgumentError: "Invalid"
    case is TimeoutStateError: "TimeoutState"
    case TaskGroupError.finished: "GroupFinished"
    case TaskGroupError.shuttingDown: "GroupShuttingDown"
    case LoopError.awaitsItself: "AwaitsItself"
    default: "\(type(of: error)) \(error)"
    }
}

func text(_ value: Any) -> String {
    switch value {
    case let values as [Any]: "[\(values.map { text($0) }.joined(separator: ", "))]"
    case let results as [Result<Any, any Error>]: text(results.map { $0 as Any })
    case let result as Result<Any, any Error>:
        switch result {
        case .success(let value): text(value)
        case .failure(let error): named(error)
        }
    default: "\(value)"
    }
}

/// Times are whole ticks of 1/512 s, which is exact in nanoseconds and as Python's float: equal deadlines are equal on both
/// sides.
private let nanosecondsPerTick: Int64 = 1_953_125

func ticks(_ count: Int) -> Duration { .nanoseconds(nanosecondsPerTick * Int64(count)) }

func tickCount(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / nanosecondsPerTick
}

/// Nil, past, now, or up to eleven ticks.
func limit(_ number: Int) -> Duration? {
    switch number % 10 {
    case 0: nil
    case 1: ticks(-1)
    case 2: .zero
    default: ticks(1 + number % 11)
    }
}

func message(_ number: Int) -> String? { number.isMultiple(of: 3) ? "m\(number)" : nil }
