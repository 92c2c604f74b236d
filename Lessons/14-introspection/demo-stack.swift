import ConcurrencyKit

struct Torn: Error {}

// slice: main
func turnPage() -> Coroutine<Void> {
    Coroutine {
        try await sleep(for: .seconds(1))
        throw Torn()
    }
}

func read() -> Coroutine<Void> {
    Coroutine {
        try await turnPage().value
    }
}

func place(of task: LoopTask<Void>) -> String {
    let frames = task.stack().compactMap(\.function)
    return frames.isEmpty ? "nowhere" : frames.joined(separator: ", ")
}

try run {
    let reader = createTask(name: "reader", read())
    let sleeper = createTask(name: "sleeper") {
        try await sleep(for: .seconds(1))
    }
    try await sleep(for: .milliseconds(500))
    print("reader waits in \(place(of: reader))")
    try await wait(for: [reader, sleeper])
    print("reader failed in \(place(of: reader))")
    print("sleeper is \(place(of: sleeper))")
}
// end
