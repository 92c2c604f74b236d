import ConcurrencyKit

extension Timeline.Note {
    /// "deadlock: Task-1 waits for …" on one line.
    var sentence: String {
        text.isEmpty ? words : "\(words): \(Sanitizer.line(String(text.prefix(500))))"
    }

    private var words: String {
        switch kind {
        case .neverAwaited: "never awaited"
        case .cancellationSwallowed: "cancellation swallowed"
        case .errorNeverRetrieved: "error never retrieved"
        case .callbackFailed: "a callback failed"
        case .deadlock: "deadlock"
        case .leftTheLoop: "left the loop"
        case .truncated: "the trace was cut here"
        }
    }
}
