import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let all = loop.submit {
        let asking = questions.map { question in
            createTask {
                try await wait(for: Coroutine { try await ask(question) }, timeout: limit)
            }
        }
        var texts: [String?] = []
        for try await answered in asCompleted(asking) {
            texts.append(try? answered.result())
        }
        return texts
    }
    return try all.result()
}
