import ConcurrencyKit

/// Called in a thread: asks all questions on the loop, at the same time, and waits
/// for the answers. The loop is not held up.
///
/// An answer that is not there within the limit, or that cannot be had, is `nil`.
/// When this returns, nobody works on an answer any more.
///
/// - Parameters:
///   - limit: how long all of it may take, in the loop's time.
///   - ask: asks one question; it belongs to the loop.
/// - Returns: the answers, in the order of the questions.
func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let all = loop.submit(name: "answers") {
        let attempts = questions.map { question in
            Coroutine {
                try await wait(for: Coroutine { try await ask(question) }, timeout: limit)
            }
        }
        return try await gatherResults(attempts).map { try? $0.get() }
    }
    return try all.result()
}
