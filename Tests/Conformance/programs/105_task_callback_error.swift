// An error in a done callback goes to the loop's exception handler; later callbacks and the awaiter are not harmed.
import ConcurrencyKit

func log(_ words: Any...) {
    let seconds = (EventLoop.running?.time ?? .zero) / .seconds(1)
    print("[\((seconds * 10).rounded() / 10)]", words.map { "\($0)" }.joined(separator: " "))
}

struct RuntimeError: Error {
    let message: String
}

func work() async -> Int { 5 }

func bad(_ task: LoopTask<Int>) throws {
    throw RuntimeError(message: "callback broke")
}

try run {
    EventLoop.running?.exceptionHandler = { report in
        if let error = report.error as? RuntimeError { log("handler:", error.message) }
    }
    let task = createTask(work)
    task.addDoneCallback(bad)
    task.addDoneCallback { log("next callback", try $0.result()) }
    log("awaited", try await task.value)
}
