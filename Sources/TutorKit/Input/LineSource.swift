/// Where the tutor's lines come from: a terminal, a pipe, or a test's script.
public protocol LineSource: Sendable {
    /// Waits for the next event, without holding a thread of the cooperative pool.
    ///
    /// - Parameters:
    ///   - prompt: what stands before the input. A source that nobody watches shows
    ///     nothing.
    ///   - completions: given the text before the cursor, the words that may stand in place of its last word.
    /// - Throws: `InputError` for input that cannot be used; the source stays usable and the next call reads on.
    ///   `CancellationError` when the task is cancelled while it waits.
    func next(
        prompt: TerminalText,
        completions: @escaping @Sendable (String) -> [String]
    ) async throws -> InputEvent
}
