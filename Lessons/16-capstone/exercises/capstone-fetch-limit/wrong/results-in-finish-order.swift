import ConcurrencyKit

func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    with fetch: @escaping (String) async throws -> String
) async throws -> [String?] {
    var rest = pages[...]
    var texts: [String?] = []
    let workers = (0..<limit).map { _ in
        Coroutine {
            while let page = rest.popFirst() {
                do { texts.append(try await fetch(page)) } catch let stop as CancelledError {
                    throw stop
                } catch { texts.append(nil) }
            }
        }
    }
    _ = try await gather(workers)
    return texts
}
