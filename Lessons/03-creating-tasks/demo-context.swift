import ConcurrencyKit

let user = ContextVariable("user", default: "nobody")

func log(_ text: String) {
    print("\(user.value): \(text)")
}

func order() async {
    log("an order")
    user.value = "guest"
    log("paid")
}

try run {
    user.value = "Ada"
    let task = createTask { await order() }
    user.value = "Ben"
    try await task.value
    log("back in main")
    await order()
    log("the end")
}
