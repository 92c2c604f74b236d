import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    var texts: [String?] = []
    for question in questions {
        let answer = loop.submit { try await ask(question) }
        texts.append(try? answer.result(timeout: limit))
    }
    return texts
}
