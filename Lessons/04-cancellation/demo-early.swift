import ConcurrencyKit

func send(_ letter: String) async {
    print("\(letter) is sent")
}

try run {
    let task = createTask { await send("the letter") }
    print("cancel: \(task.cancel())")
    do {
        try await task.value
        print("the task has returned")
    } catch is CancelledError {
        print("the task was cancelled")
    }
}
