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
            while true {
                let task = createTask(name: "next") { try await next() }
                let (done, _) = try await wait(for: [task], timeout: silence)
                guard !done.isEmpty else { return Talk(messages: messages, ending: .silent) }
                guard let message = try task.result() else { return Talk(messages: messages, ending: .left) }
                messages.append(message)
            }
        }
    } catch is TimeoutError {
        return Talk(messages: messages, ending: .tooLong)
    }
}
