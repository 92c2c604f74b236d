extension LoopTask {
    /// Where the task stands, newest last (`get_stack`).
    ///
    ///     func load() -> Coroutine<String> {
    ///         Coroutine { try await sleep(for: .seconds(1), returning: "text") }
    ///     }
    ///     …
    ///     print(createTask(load()).stack())      // in load()
    ///
    /// Swift cannot walk a suspended task: the kit knows its coroutines, by the function that made each, and the last
    /// suspension point of the kit that it came to. While the task is unfinished there is one frame: the outermost coroutine, or
    /// for a task made of a closure the suspension point, or the place where it was created (promise 325). After an error
    /// there are the coroutines that the error came through, or again the suspension point (promise 327). Empty once it has
    /// returned or was cancelled (promise 326).
    ///
    /// - Parameter limit: keeps the newest frames of an unfinished task, the oldest of a failed one (promise 328).
    public func stack(limit: Int? = nil) -> [SourceLocation] {
        guard let task else { return [] }
        let limit = max(0, limit ?? .max)
        return switch task.state {
        case .pending: [task.frame].suffix(limit)
        case .finished: Array(task.traceback.prefix(limit))
        case .cancelled: []
        }
    }

    /// Writes ``stackDescription(limit:)`` to standard error (`print_stack`, promise 329).
    public func printStack(limit: Int? = nil) {
        var output = StandardError()
        printStack(limit: limit, to: &output)
    }

    /// Writes ``stackDescription(limit:)`` to `output`.
    public func printStack(limit: Int? = nil, to output: inout some TextOutputStream) {
        print(stackDescription(limit: limit), to: &output)
    }

    /// ``stack(limit:)`` as text: "Stack for …", "Traceback for …" after an error, "No stack for …" if it is empty.
    public func stackDescription(limit: Int? = nil) -> String {
        let frames = stack(limit: limit)
        let failure = task?.failure
        let title = failure == nil ? "Stack" : "Traceback"
        var lines = [frames.isEmpty ? "No stack for \(self)" : "\(title) for \(self) (most recent call last):"]
        lines += frames.map { "  File \"\($0.file)\", line \($0.line)\($0.function.map { ", in \($0)" } ?? "")" }
        if let failure { lines.append("\(type(of: failure)): \(failure)") }
        return lines.joined(separator: "\n")
    }
}
