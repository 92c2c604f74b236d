/// What one cell of a drawing says. The order of the cases is the order of the legend.
enum TimelineGlyph: CaseIterable, Sendable {
    case ran, ready, waiting, cancelRequested, returned, threw, cancelled, held, joined, opened, closed, deadline

    /// ASCII is canonical: lesson text, golden files, pipes, TERM=dumb.
    var ascii: Character { row.ascii }
    var unicode: Character { row.unicode }
    /// What the legend says.
    var word: String { row.word }

    private var row: (ascii: Character, unicode: Character, word: String, rank: Int) {
        switch self {
        case .ran: ("#", "█", "ran", 2)
        case .ready: ("=", "░", "ready", 1)
        case .waiting: ("-", "─", "waiting", 0)
        case .cancelRequested: ("!", "!", "asked to cancel", 3)
        case .returned: ("|", "✓", "returned", 4)
        case .threw: ("E", "✗", "threw", 4)
        case .cancelled: ("x", "⊘", "ended cancelled", 4)
        case .held: (".", "·", "result held", 0)
        case .joined: ("+", "┤", "joined by parent", 1)
        case .opened: ("[", "[", "scope opened", 2)
        case .closed: ("]", "]", "scope closed", 4)
        case .deadline: ("v", "▼", "deadline", 0)
        }
    }

    /// Where two fall into one cell, the higher is seen: end, request, ran, ready, waiting.
    func isSeenOver(_ other: TimelineGlyph?) -> Bool {
        other.map { row.rank > $0.row.rank } ?? true
    }
}

/// The characters that drawings are made of.
public enum TimelineGlyphs: Sendable, Equatable {
    case ascii, unicode

    func character(_ glyph: TimelineGlyph) -> Character {
        switch self {
        case .ascii: glyph.ascii
        case .unicode: glyph.unicode
        }
    }

    /// A child with later siblings, the last child, and what runs past the children of each.
    var branches: (child: String, last: String, past: String, pastLast: String) {
        switch self {
        case .ascii: ("| ", "` ", "| ", "  ")
        case .unicode: ("├ ", "└ ", "│ ", "  ")
        }
    }
}
