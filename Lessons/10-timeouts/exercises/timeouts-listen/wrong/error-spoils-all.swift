import ConcurrencyKit

enum Ending {
    case left
    case silent
    case tooLong
}

struct Talk {
    var messages: [String]
    var ending: Ending
}

func listen(
    silence: Duration,
    total: Duration,
    to next: @escaping () async throws -> String?
) async throws -> Talk {
    do {
        return try await timeout(after: total) {
            var messages: [String] = []
            while let message = try await wait(timeout: silence, for: next) { messages.append(message) }
            return Talk(messages: messages, ending: .left)
        }
    } catch is TimeoutError {
        return Talk(messages: [], ending: .silent)
    }
}
