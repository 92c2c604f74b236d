import Foundation

/// One line that was typed and what was shown upon it.
struct TranscriptTurn: Sendable, Equatable {
    /// With the prompt; nil for what is shown before the first line.
    let typed: String?
    var shown = ""

    init(typed: String?) { self.typed = typed }

    static func heading(_ time: Date) -> String {
        "# Async Tutor, \(time.formatted(.iso8601.year().month().day().dateSeparator(.dash)))\n"
    }

    /// A fenced block, after a blank line; nothing if nothing happened.
    var markdown: String {
        var text = (typed.map { $0 + "\n" } ?? "") + TranscriptTurn.plain(shown)
        while text.hasSuffix("\n") { text.removeLast() }
        guard !text.isEmpty else { return "" }
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\n\(fence)console\n\(text)\n\(fence)\n"
    }

    /// Without colours and other sequences for terminals.
    private static func plain(_ text: String) -> String { text.replacing(#/\u{1B}\[[0-9;:?]*[@-~]/#, with: "") }
}
