extension LoopTask {
    /// Where the task stands, newest last (`get_stack`).
    ///
    /// Swift cannot walk a suspended task, so there is one frame at most, the last suspension point of the kit that the task
    /// came to: while it is suspended that one, before it has begun the place where it was created, after an error the last
    /// one before it (promises 325 and 327). Empty once it has returned or was cancelled (promise 326).
    ///
    /// - Parameter limit: of frames; zero gives none.
    public func stack(limit: Int? = nil) -> [SourceLocation] {
        guard let task, limit ?? 1 > 0 else { return [] }
        return switch task.state {
        case .pending: [task.place]
        case .finished: task.failure == nil ? [] : [task.place]
        case .cancelled: []
        }
    }

    /// ``stack(limit:)`` as text: "Stack for …", "Traceback for …" after an error, "No stack for …" (`print_stack`,
    /// promise 329).
    public func stackDescription(limit: Int? = nil) -> String {
        let frames = stack(limit: limit)
        guard !frames.isEmpty else { return "No stack for \(self)" }
        let isOver = task?.failure != nil
        var lines = ["\(isOver ? "Traceback" : "Stack") for \(self) (most recent call last):"]
        lines += frames.map { "  File \"\($0.file)\", line \($0.line)\($0.function.map { ", in \($0)" } ?? "")" }
        if isOver, let failure = task?.failure { lines.append("\(type(of: failure)): \(failure)") }
        return lines.joined(separator: "\n")
    }
}
