import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let all = loop.submit {
        let attempts = questions.map { question in
            Coroutine {
                try await wait(for: Coroutine { try await ask(question) }, timeout: limit)
            }
        }
        return try await gatherResults(attempts).compactMap { try? $0.get() }
    }
    return try all.result()
}
