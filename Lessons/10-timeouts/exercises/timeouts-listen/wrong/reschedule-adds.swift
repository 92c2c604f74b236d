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
    var messages: [String] = []
    do {
        return try await timeout(after: total) {
            do {
                return try await timeout(after: silence) { idle in
                    while let message = try await next() {
                        messages.append(message)
                        try idle.reschedule(at: (idle.when ?? .zero) + silence)
                    }
                    return Talk(messages: messages, ending: .left)
                }
            } catch is TimeoutError {
                return Talk(messages: messages, ending: .silent)
            }
        }
    } catch is TimeoutError {
        return Talk(messages: messages, ending: .tooLong)
    }
}
