func show(_ part: Int) {
    let bar = String(repeating: "#", count: part)
    print(bar + String(repeating: "-", count: 4 - part))
}

// slice: main
let (parts, door) = AsyncStream.makeStream(of: Int.self)
let copying = Task.detached {
    for part in 1...4 {
        try await Task.sleep(for: .seconds(1))
        door.yield(part)
    }
    door.finish()
}
for await part in parts { show(part) }
try await copying.value
print("copied")
// end
