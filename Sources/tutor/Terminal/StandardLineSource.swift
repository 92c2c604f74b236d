import TutorKit

/// The line source for this process: the editor where a person sits, plain lines everywhere else.
struct StandardLineSource {
    let lines: any LineSource
    /// A person sits before it and can turn pages.
    let isEditor: Bool
    /// What the learner should know about it, once; nil when all is well.
    let warning: String?

    /// - Parameters:
    ///   - historyFile: where the learner's lines are kept, or nil to keep none. Lines from a pipe never are.
    ///   - interrupts: installed.
    ///   - whenWaiting: called once: when the first prompt is on the screen, or now where there is none.
    init(
        historyFile: String?,
        interrupts: Interrupts,
        environment: [String: String],
        whenWaiting: @escaping @Sendable () -> Void = {}
    ) throws(TerminalError) {
        let input = TerminalOutput(descriptor: 0)
        guard input.isTerminal, TerminalOutput.standard.isTerminal else {
            lines = try PipeLineSource(descriptor: 0, interrupts: interrupts)
            isEditor = false
            warning = nil
            whenWaiting()
            return
        }
        let history = InputHistory(path: historyFile)
        do {
            lines = try EditLineSource(
                history: history,
                interrupts: interrupts,
                environment: environment,
                whenWaiting: whenWaiting
            )
            isEditor = true
            warning = history.warning
        } catch {
            lines = try PipeLineSource(descriptor: 0, interrupts: interrupts)
            isEditor = false
            warning = error.description
            whenWaiting()
        }
    }
}
