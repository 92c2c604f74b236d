import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let all = loop.submit {
        let asking = questions.map { question in Coroutine { try await ask(question) } }
        return try await wait(for: Coroutine { try await gather(asking) }, timeout: limit)
    }
    return try all.result()
}
