import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let asked = questions.map { question in loop.submit { try await ask(question) } }
    return asked.map { answer in
        defer { answer.cancel() }
        return try? answer.result(timeout: limit)
    }
}
