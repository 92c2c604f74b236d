import TutorKit

/// Lines from a pipe, a file, or a terminal whose output goes elsewhere: one by one, without prompt, echo or
/// completion.
actor PipeLineSource: LineSource {
    /// The longest line, in bytes.
    static let limit = 1_000_000

    private let thread = ThreadExecutor(name: "lines")
    private let interrupts: Interrupts
    private nonisolated let attention: Attention
    private let input: ByteInput
    private var lines: LineSplitter
    private var isAtEnd = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(descriptor: Int32, interrupts: Interrupts, limit: Int = PipeLineSource.limit) throws(TerminalError) {
        self.interrupts = interrupts
        attention = try Attention()
        input = ByteInput(descriptor: descriptor, attention: attention, size: 1 << 16)
        lines = LineSplitter(limit: limit)
    }

    deinit {
        thread.stop()
    }

    nonisolated func next(
        prompt: TerminalText,
        completions: @escaping @Sendable (String) -> [String]
    ) async throws -> InputEvent {
        try await withTaskCancellationHandler {
            try await read()
        } onCancel: {
            attention.raise(.cancelled)
        }
    }

    private func read() throws -> InputEvent {
        // Reasons of an earlier call; one that comes from here on wakes the wait below.
        _ = attention.take()
        return try interrupts.whileReading(attention) {
            try Task.checkCancellation()
            while interrupts.termination == nil {
                if let piece = lines.next() ?? (isAtEnd ? lines.finish() : nil) {
                    return try event(piece)
                }
                if isAtEnd { return .end }
                switch input.next() {
                case .bytes(let bytes): lines.append(bytes)
                case .end: isAtEnd = true
                case .failed(let reason):
                    isAtEnd = true
                    throw InputError.unreadable(reason: reason)
                case .attention(let reasons):
                    if reasons.contains(.cancelled) { try Task.checkCancellation() }
                    if reasons.contains(.interrupted) { return .interrupt }
                }
            }
            return .end
        }
    }

    private func event(_ piece: LineSplitter.Piece) throws -> InputEvent {
        switch piece {
        case .line(let line): .line(line)
        case .tooLong(let limit): throw InputError.lineTooLong(limit: limit)
        }
    }
}
