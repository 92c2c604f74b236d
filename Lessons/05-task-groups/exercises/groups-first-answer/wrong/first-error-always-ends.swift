import ConcurrencyKit

struct NoAnswer: Error {}

func firstAnswer(
    from mirrors: [String],
    asking ask: @escaping (String) async throws -> String
) async throws -> String {
    var answer: String?
    do {
        try await withLoopTaskGroup { group in
            for mirror in mirrors {
                try group.createTask {
                    let new = try await ask(mirror)
                    guard answer == nil else { return }
                    answer = new
                    group.cancel()
                }
            }
        }
    } catch is ExceptionGroup {
        throw NoAnswer()
    }
    guard let answer else { throw NoAnswer() }
    return answer
}
