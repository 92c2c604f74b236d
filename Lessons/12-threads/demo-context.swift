import ConcurrencyKit

let user = ContextVariable("user", default: "nobody")

// slice: main
func work() {
    print("thread: \(user.value)")
    user.value = "guest"
    print("thread: \(user.value)")
}

try run {
    user.value = "Ada"
    let task = createTask { try await toThread(work) }
    user.value = "Ben"
    try await task.value
    print("main: \(user.value)")
    try await toThread(work)
    print("main: \(user.value)")
}
// end
