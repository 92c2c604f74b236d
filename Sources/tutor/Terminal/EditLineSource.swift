import TutorKit

/// Lines from a terminal, edited with libedit.
///
/// libedit blocks while it reads, so this actor runs on a thread of its own.
actor EditLineSource: LineSource {
    private let thread = ThreadExecutor(name: "line editor")
    private let interrupts: Interrupts
    private nonisolated let attention: Attention
    private let editor: LineEditor
    /// Why lines are not kept after this session, in words for the learner; nil when all is well.
    nonisolated let historyWarning: String?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - history: lines of earlier sessions, and where new ones go.
    ///   - environment: `TERM`, `HOME` and `EDITRC` are looked at.
    ///   - whenWaiting: called once, when the first prompt is on the screen.
    init(
        history: InputHistory,
        interrupts: Interrupts,
        environment: [String: String],
        whenWaiting: @escaping () -> Void
    ) throws(TerminalError) {
        TerminalLocale.useUTF8()
        self.interrupts = interrupts
        attention = try Attention()
        historyWarning = history.warning
        editor = try LineEditor(history: history, attention: attention, environment: environment)
        editor.whenWaiting = whenWaiting
    }

    deinit {
        thread.stop()
    }

    nonisolated func next(
        prompt: TerminalText,
        completions: @escaping @Sendable (String) -> [String]
    ) async throws -> InputEvent {
        try await withTaskCancellationHandler {
            try await read(prompt: prompt, completions: completions)
        } onCancel: {
            attention.raise(.cancelled)
        }
    }

    private func read(
        prompt: TerminalText,
        completions: @escaping @Sendable (String) -> [String]
    ) throws -> InputEvent {
        // Reasons of an earlier call; one that comes from here on wakes the editor.
        _ = attention.take()
        return try interrupts.whileReading(attention) {
            try Task.checkCancellation()
            guard interrupts.termination == nil else { return .end }
            return try editor.read(prompt: prompt, completions: completions)
        }
    }
}
