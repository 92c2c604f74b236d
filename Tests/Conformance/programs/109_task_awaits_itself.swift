// A task that awaits itself gets a RuntimeError instead of waiting forever.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

try run {
    var box: [LoopTask<String>] = []

    func loopBack() async throws -> String {
        do {
            return try await box[0].value
        } catch let error as LoopError {
            log("LoopError:", "\(error)".prefix { $0 != ":" })
        }
        return "recovered"
    }

    box.append(createTask(loopBack))
    try await sleep(for: .seconds(0.1))
    log(try await box[0].value)
}
