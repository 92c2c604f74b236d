import ConcurrencyKit

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
    do { _ = try await gather(workers) } catch let stop as CancelledError {
        rest = []
        _ = try? await wait(for: workers, timeout: grace)
        for worker in workers { worker.cancel() }
        while workers.contains(where: { !$0.done }) { _ = try? await wait(for: workers) }
        throw stop
    }
}
