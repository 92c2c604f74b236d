/// Takes out of a snippet's output what the learner did not ask for: what earlier snippets print again, and the marks
/// that say where this one begins and that it has a value.
struct SnippetOutput: Sendable {
    /// Virtual time at which the snippet itself began; nil before it did.
    private(set) var beginning: Duration?
    private(set) var hasValue = false
    /// The mark that is being read, which may come in pieces.
    private var mark: String?
    /// The line feed behind a mark is the mark's.
    private var isBehindMark = false

    /// What is to be shown of the next piece.
    mutating func shown(of text: String) -> String {
        var shown = ""
        for character in text {
            if isBehindMark {
                isBehindMark = false
                if character.isNewline { continue }
            }
            switch (mark, character) {
            case (nil, "\u{1}"): mark = ""
            case (nil, _): if beginning != nil { shown.append(character) }
            case (let read?, "\u{2}"):
                take(read)
                mark = nil
                isBehindMark = true
            case (let read?, _) where read.count < 40 && !character.isNewline: mark = read + String(character)
            case (let read?, _):
                // The learner's own control characters.
                if beginning != nil { shown += "\u{1}" + read + String(character) }
                mark = nil
            }
        }
        return shown
    }

    private mutating func take(_ mark: String) {
        let words = mark.split(separator: " ")
        if mark == "value" {
            hasValue = true
        } else if words.first == "begin", words.count == 2, let nanoseconds = Int64(words[1]) {
            beginning = .nanoseconds(nanoseconds)
        }
    }
}
