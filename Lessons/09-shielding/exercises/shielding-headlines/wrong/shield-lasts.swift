import ConcurrencyKit

final class Headlines {
    private var last: String?
    private var download: LoopTask<String>?
    private let patience: Duration
    private let fetch: () async throws -> String

    init(patience: Duration, fetch: @escaping () async throws -> String) {
        self.patience = patience
        self.fetch = fetch
    }

    func read() async throws -> String {
        let download = downloadUnderWay()
        do {
            return try await wait(for: shield(download), timeout: patience)
        } catch is TimeoutError {
            if let last { return last }
            return try await download.value
        }
    }

    private func downloadUnderWay() -> LoopTask<String> {
        if let download, !download.done { return download }
        let download = createTask(name: "download") {
            let text = try await self.fetch()
            self.last = text
            return text
        }
        download.addDoneCallback { download in _ = try? download.exception() }
        self.download = download
        return download
    }
}
