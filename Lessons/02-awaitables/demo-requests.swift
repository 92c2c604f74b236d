import ConcurrencyKit

let incoming = [(3, "4 to 2"), (1, "noon"), (2, "rain")]

// slice: connection
final class Connection {
    private var replies: [Int: Future<String>] = [:]
    private var sent = 0

    func send(_ question: String) -> Future<String> {
        sent += 1
        print("question \(sent) goes out: \(question)")
        let reply = Future<String>()
        replies[sent] = reply
        return reply
    }

    func listen() async throws {
        for (number, text) in incoming {
            try await sleep(for: .seconds(1))
            print("reply \(number) comes in")
            try replies.removeValue(forKey: number)?.setResult(text)
        }
    }
}
// end

// slice: main
try run {
    let connection = Connection()
    createTask(name: "listener") { try await connection.listen() }
    let time = connection.send("time")
    let weather = connection.send("weather")
    let score = connection.send("score")
    print("time: \(try await time.value)")
    print("weather: \(try await weather.value)")
    print("score: \(try await score.value)")
}
// end
