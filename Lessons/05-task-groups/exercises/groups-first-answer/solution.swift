import ConcurrencyKit

/// No mirror has an answer.
struct NoAnswer: Error {}

/// The answer of the mirror that is the first to have one. All are asked at the same time.
///
/// - Throws: `NoAnswer` if every mirror fails.
func firstAnswer(
    from mirrors: [String],
    asking ask: @escaping (String) async throws -> String
) async throws -> String {
    var answer: String?
    try await withLoopTaskGroup { group in
        for mirror in mirrors {
            try group.createTask {
                do {
                    let new = try await ask(mirror)
                    guard answer == nil else { return }
                    answer = new
                    group.cancel()
                } catch let cancellation as CancelledError {
                    throw cancellation
                } catch {
                    // Another mirror may still have one.
                }
            }
        }
    }
    guard let answer else { throw NoAnswer() }
    return answer
}
