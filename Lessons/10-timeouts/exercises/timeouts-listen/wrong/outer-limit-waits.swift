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
    let end = (EventLoop.running?.time ?? .zero) + total
    while true {
        do {
            let message = try await timeout(after: silence) { try await next() }
            guard let message else { return Talk(messages: messages, ending: .left) }
            messages.append(message)
        } catch is TimeoutError {
            return Talk(messages: messages, ending: .silent)
        }
        if let time = EventLoop.running?.time, time >= end {
            return Talk(messages: messages, ending: .tooLong)
        }
    }
}
