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
    var messages: [String] = []
    do {
        return try await timeout(after: total) {
            while true {
                do {
                    let message = try await timeout(after: silence) { try await next() }
                    guard let message else { return Talk(messages: messages, ending: .left) }
                    messages.append(message)
                } catch is TimeoutError {
                    return Talk(messages: messages, ending: .silent)
                }
            }
        }
    } catch is TimeoutError {
        return Talk(messages: messages, ending: .tooLong)
    }
}
