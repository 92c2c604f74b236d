import ConcurrencyKit

struct NoAnswer: Error {}

func firstAnswer(
    from mirrors: [String],
    asking ask: @escaping (String) async throws -> String
) async throws -> String {
    let first = Future<String>()
    var left = mirrors.count
    for mirror in mirrors {
        createTask {
            do {
                let answer = try await ask(mirror)
                if !first.done { try first.setResult(answer) }
            } catch {
                left -= 1
                if left == 0, !first.done { try first.setException(NoAnswer()) }
            }
        }
    }
    if mirrors.isEmpty { throw NoAnswer() }
    return try await first.value
}
