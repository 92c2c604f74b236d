import ConcurrencyKit

// slice: main
func show(_ nodes: [TaskTree.Node], indent: String = "") {
    for node in nodes {
        print(indent + node.name)
        show(node.waitsFor, indent: indent + "  ")
    }
}

try run {
    LoopTask.current?.name = "main"
    let shopping = createTask(name: "shopping") {
        try await sleep(for: .seconds(8))
    }
    let oven = createTask(name: "oven") {
        try await sleep(for: .seconds(5))
    }
    let pan = createTask(name: "pan") { try await shopping.value }
    createTask(name: "meal") { try await gather(oven, pan) }
    createTask(name: "radio") { try await sleep(for: .seconds(9)) }
    try await sleep(for: .seconds(1))
    show(EventLoop.running!.tree().roots)
}
// end
