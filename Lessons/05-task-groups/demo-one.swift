import ConcurrencyKit

func play(_ song: String, seconds: Int) async throws {
    try await sleep(for: .seconds(seconds))
    print("\(song) has been played")
}

try run {
    try await withLoopTaskGroup { group in
        let waltz = try group.createTask(name: "waltz") {
            try await play("waltz", seconds: 5)
        }
        try group.createTask(name: "tango") {
            try await play("tango", seconds: 3)
        }
        try await sleep(for: .seconds(1))
        waltz.cancel()
    }
    print("the group has ended")
}
