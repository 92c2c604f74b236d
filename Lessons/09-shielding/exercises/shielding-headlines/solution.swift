import ConcurrencyKit

/// Headlines from a service that is sometimes slow. Many readers ask for them.
final class Headlines {
    private var last: String?
    private var download: LoopTask<String>?
    private let patience: Duration
    private let fetch: () async throws -> String

    /// - Parameters:
    ///   - patience: how long a reader waits for new headlines if there are old ones.
    ///   - fetch: downloads the headlines; it takes a while, and it may throw.
    init(patience: Duration, fetch: @escaping () async throws -> String) {
        self.patience = patience
        self.fetch = fetch
    }

    /// New headlines if they come in time, otherwise those that came last.
    func read() async throws -> String {
        let download = downloadUnderWay()
        do {
            return try await wait(for: shield(download), timeout: patience)
        } catch is TimeoutError {
            if let last { return last }
            return try await shield(download).value
        }
    }

    private func downloadUnderWay() -> LoopTask<String> {
        if let download, !download.done { return download }
        let download = createTask(name: "download") {
            let text = try await self.fetch()
            self.last = text
            return text
        }
        // Perhaps nobody waits for it any more when it fails.
        download.addDoneCallback { download in _ = try? download.exception() }
        self.download = download
        return download
    }
}
