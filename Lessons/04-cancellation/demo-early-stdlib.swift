func send(_ letter: String) async {
    print("\(letter) is sent")
}

let task = Task { await send("the letter") }
task.cancel()
await task.value
print("the task has returned")
