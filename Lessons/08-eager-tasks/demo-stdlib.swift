func greet(_ name: String, staying seconds: Int) async throws {
    print("hello \(name)")
    try await Task.sleep(for: .seconds(seconds))
    print("goodbye \(name)")
}

let ada = Task.immediate { try await greet("Ada", staying: 1) }
print("Ada's task is made")
let ben = Task.immediate { try await greet("Ben", staying: 2) }
print("Ben's task is made")
try await ada.value
try await ben.value
