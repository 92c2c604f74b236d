import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    var rest = Array(pages.enumerated())[...]
    var texts: [String?] = pages.map { _ in nil }
    let workers = (0..<limit).map { _ in
        Coroutine {
            while let (place, page) = rest.popFirst() {
                do { texts[place] = try await fetch(page) } catch let stop as CancelledError {
                    throw stop
                } catch {}
            }
        }
    }
    _ = try await gather(workers)
    return texts
}
