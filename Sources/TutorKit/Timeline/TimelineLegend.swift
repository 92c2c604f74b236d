/// What the signs in a drawing mean: only those that are in it.
struct TimelineLegend {
    private let entries: [(sign: Character, word: String, style: TextStyle)]
    private let width: Int

    init(_ used: Set<TimelineGlyph>, width: Int, glyphs: TimelineGlyphs, words: [TimelineGlyph: String] = [:]) {
        self.width = width
        entries = TimelineGlyph.allCases.filter(used.contains).map {
            (glyphs.character($0), words[$0] ?? $0.word, $0.style)
        }
    }

    var lines: [StyledLine] {
        var lines: [StyledLine] = []
        for entry in entries {
            let spans = [StyledSpan(String(entry.sign), entry.style), StyledSpan(" \(entry.word)")]
            let room = spans.reduce(3) { $0 + $1.width }
            if let line = lines.last, line.width + room <= width {
                lines[lines.count - 1].spans += [StyledSpan("   ")] + spans
            } else {
                lines.append(StyledLine(spans))
            }
        }
        return lines
    }
}
