enum Session {
    @TaskLocal static var user = "nobody"
}

func log(_ text: String) {
    print("\(Session.user): \(text)")
}

func order() async {
    log("an order")
    Session.$user.withValue("guest") {
        log("paid")
    }
}

let task = Session.$user.withValue("Ada") {
    Task { await order() }
}
await Session.$user.withValue("Ben") {
    await task.value
    log("back in main")
    await order()
    log("the end")
}
