import ConcurrencyKit

struct NoAnswer: Error {}

func firstAnswer(
    from mirrors: [String],
    asking ask: @escaping (String) async throws -> String
) async throws -> String {
    for mirror in mirrors {
        do {
            return try await ask(mirror)
        } catch let cancellation as CancelledError {
            throw cancellation
        } catch {
            continue
        }
    }
    throw NoAnswer()
}
