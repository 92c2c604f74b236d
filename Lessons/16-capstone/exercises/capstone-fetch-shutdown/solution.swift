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
    var rest = pages[...]
    let workers = (0..<limit).map { _ in
        createTask {
            while let page = rest.popFirst() {
                do { save(page, try await fetch(page)) } catch let stop as CancelledError {
                    throw stop
                } catch {}
            }
        }
    }
    do { try await wait(for: workers) } catch let stop as CancelledError {
        // Nothing new begins.
        rest = []
        // Asked again, we wait no longer.
        _ = try? await wait(for: workers, timeout: grace)
        for worker in workers { worker.cancel() }
        while workers.contains(where: { !$0.done }) { _ = try? await wait(for: workers) }
        throw stop
    }
}
