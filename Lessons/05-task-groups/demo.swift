import ConcurrencyKit

func fetch(_ page: String, seconds: Int) async throws -> String {
    try await sleep(for: .seconds(seconds))
    print("\(page) arrives")
    return page.uppercased()
}

try run {
    let (news, sport) = try await withLoopTaskGroup { group in
        let news = try group.createTask {
            try await fetch("news", seconds: 3)
        }
        let sport = try group.createTask {
            try await fetch("sport", seconds: 1)
        }
        print("both tasks made")
        return (news, sport)
    }
    print("the group has ended")
    print(try news.result(), try sport.result())
}
