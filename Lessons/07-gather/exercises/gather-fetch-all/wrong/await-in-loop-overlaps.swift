import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    var texts: [String?] = []
    for page in pages {
        do { texts.append(try await fetch(page)) } catch is CancelledError { throw CancelledError() } catch {
            texts.append(nil)
        }
    }
    return texts
}
