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
    return try await timeout(after: total) {
        while true {
            let talk: Talk? = try await timeout(after: silence) {
                do {
                    guard let message = try await next() else { return Talk(messages: messages, ending: .left) }
                    messages.append(message)
                    return nil
                } catch is TimeoutError {
                    return Talk(messages: messages, ending: .silent)
                }
            }
            if let talk { return talk }
        }
    }
}
