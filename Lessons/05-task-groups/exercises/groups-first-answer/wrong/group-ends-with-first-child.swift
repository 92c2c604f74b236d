import ConcurrencyKit

struct NoAnswer: Error {}

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
                    if answer == nil { answer = new }
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
