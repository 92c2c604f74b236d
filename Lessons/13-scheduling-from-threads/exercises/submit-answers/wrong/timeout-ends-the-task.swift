import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let asking = loop.submit {
        try await gatherResults(questions.map { question in Coroutine { try await ask(question) } })
            .map { try? $0.get() }
    }
    do {
        return try asking.result(timeout: limit)
    } catch is TimeoutError {
        return questions.map { _ in nil }
    }
}
