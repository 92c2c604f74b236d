import ConcurrencyKit

func answers(
    to questions: [String],
    on loop: EventLoop,
    within limit: Duration,
    ask: @escaping @Loop (String) async throws -> String
) throws -> [String?] {
    let all = loop.submit(name: "answers") {
        let tasks = questions.map { question in
            createTask(name: question) { try await ask(question) }
        }
        let (_, pending) = try await wait(for: tasks, timeout: limit)
        for task in pending { task.cancel() }
        return tasks.map { task in try? task.result() }
    }
    return try all.result()
}
