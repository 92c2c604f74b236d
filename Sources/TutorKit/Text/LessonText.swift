import LessonKit

/// A lesson's text as it is read on a terminal.
///
///     LessonText(width: 80).styled(section.blocks).plain
///
/// Paragraphs are wrapped; code never is. A link is its text and a number, and the addresses follow at the end of each
/// section. Everything is sanitised here: lessons may come from strangers.
public struct LessonText: Sendable {
    private let width: Int
    /// To be listened to: signs that stand for something are words instead, and tables are lists.
    private let isSpoken: Bool

    /// - Parameter width: of the terminal, in columns; at most ``Wrapping/widest`` are used.
    public init(width: Int, isSpoken: Bool = false) {
        self.width = min(max(width, LessonText.narrowest), Wrapping.widest)
        self.isSpoken = isSpoken
    }

    /// Blocks with a blank line between them, and the addresses of the links of each section below it.
    public func styled(_ blocks: [Block]) -> StyledText {
        var lines: [StyledLine] = []
        for section in sections(blocks) {
            var footnotes = LinkNotes()
            var parts = blockLines(section, width, &footnotes)
            if !footnotes.lines.isEmpty { parts.append(isSpoken ? footnotes.spokenLines : footnotes.lines) }
            for part in parts {
                if !lines.isEmpty { lines.append(StyledLine()) }
                lines += part
            }
        }
        return StyledText(lines)
    }

    /// Words in a line, without breaking it: for a title or a choice's first line.
    public func styled(_ inlines: [Inline]) -> StyledLine {
        var footnotes = LinkNotes()
        return StyledLine(
            InlineSpans.spans(inlines, &footnotes).map { span in
                StyledSpan(span.text.split(separator: "\n").joined(separator: " "), span.style)
            }
        )
    }

    /// However deep a list is nested, its text keeps this many columns.
    private static let narrowest = 20

    /// Each begins with a heading of the first or second level.
    private func sections(_ blocks: [Block]) -> [[Block]] {
        var sections: [[Block]] = [[]]
        for block in blocks {
            if case .heading(level: 1...2, _) = block.kind { sections.append([]) }
            sections[sections.count - 1].append(block)
        }
        return sections
    }

    /// The lines of each block that shows anything.
    private func blockLines(_ blocks: [Block], _ width: Int, _ notes: inout LinkNotes) -> [[StyledLine]] {
        var parts: [[StyledLine]] = []
        for block in blocks {
            let lines = lines(of: block, width, &notes)
            if !lines.isEmpty { parts.append(lines) }
        }
        return parts
    }

    private func lines(of block: Block, _ width: Int, _ notes: inout LinkNotes) -> [StyledLine] {
        switch block.kind {
        case .heading(let level, let inlines):
            return heading(level, spans(inlines, style: .heading, &notes), width)
        case .paragraph(let inlines):
            return Wrapping(width: width).lines(spans(inlines, &notes))
        case .code(let info, let text):
            return code(text, CodeLanguage(info: info))
        case .list(let list):
            return self.list(list, width, &notes)
        case .quote(let blocks):
            let inner = blockLines(blocks, max(width - 2, LessonText.narrowest), &notes)
            if isSpoken {
                return Array([[StyledLine("Quote:")]] + inner + [[StyledLine("End of quote.")]]).flatMap { $0 }
            }
            return inner.joined(separator: [StyledLine()]).map { line in
                StyledLine(
                    [StyledSpan(line.isEmpty ? ">" : "> ", .mark)]
                        + line.spans.map { StyledSpan($0.text, $0.style.union(.quote)) }
                )
            }
        case .table(let table):
            return TableText(table, width: width, isList: isSpoken, &notes).lines
        case .thematicBreak:
            return isSpoken ? [] : [StyledLine("* * *", .mark)]
        case .html(let source):
            return Wrapping(width: width).lines([StyledSpan(HTMLText.words(source), .strong)])
                .filter { !$0.isEmpty }
        }
    }

    private func spans(_ inlines: [Inline], style: TextStyle = [], _ notes: inout LinkNotes) -> [StyledSpan] {
        let spans = InlineSpans.spans(inlines, style: style, &notes)
        return isSpoken ? spans.filter { !$0.isEmphasisMark } : spans
    }

    private func heading(_ level: Int, _ spans: [StyledSpan], _ width: Int) -> [StyledLine] {
        if isSpoken { return Wrapping(width: width).lines([StyledSpan("Heading: ", .heading)] + spans) }
        let lines = Wrapping(width: width).lines(spans)
        guard let sign = level == 1 ? "=" : level == 2 ? "-" : nil else { return lines }
        let length = lines.map(\.width).max() ?? 0
        return lines + [StyledLine(String(repeating: sign, count: length), [.heading, .mark])]
    }

    /// Never wrapped: in a program, a line's end means something.
    /// A timeline among a lesson's words is that of a demo, and whoever listens has the demo tell it.
    private func code(_ text: String, _ language: CodeLanguage?) -> [StyledLine] {
        let lines = language?.styled(text) ?? StyledText(linesOf: text).lines
        guard isSpoken else {
            let widest = lines.map(\.width).max() ?? 0
            let indent = widest <= width ? min(4, width - widest) : 4
            return lines.map { $0.indented(indent) }
        }
        if language == nil, text.hasPrefix("virtual ms") {
            return Wrapping(width: width).lines([
                StyledSpan("A timeline is drawn here. Run the demo, and `timeline` tells it in words.")
            ])
        }
        return [StyledLine("Code\(language.map { " in \($0.rawValue.capitalized)" } ?? ""):")] + lines
            + [StyledLine("End of code.")]
    }

    private func list(_ list: Block.List, _ width: Int, _ notes: inout LinkNotes) -> [StyledLine] {
        let markers = markers(list)
        let indent = (markers.map(\.utf8.count).max() ?? 0) + 1
        var lines: [StyledLine] = []
        for (marker, item) in zip(markers, list.items) {
            let parts = blockLines(item.blocks, max(width - indent, LessonText.narrowest), &notes)
            let inner = Array(parts.joined(separator: list.isTight ? [] : [StyledLine()]))
            if !lines.isEmpty, !list.isTight { lines.append(StyledLine()) }
            let first = inner.first?.spans ?? []
            let mark = Columns.rightAligned(marker, to: indent - 1) + (first.isEmpty ? "" : " ")
            lines.append(StyledLine([StyledSpan(mark, .mark)] + first))
            lines += inner.dropFirst().map { $0.indented(indent) }
        }
        return lines
    }

    private func markers(_ list: Block.List) -> [String] {
        switch list.marker {
        case .bullet: list.items.map { _ in "-" }
        case .ordered(let start): list.items.indices.map { "\(start &+ $0)." }
        }
    }
}

extension StyledLine {
    /// Behind this many spaces; an empty line stays empty.
    func indented(_ columns: Int) -> StyledLine {
        isEmpty ? self : StyledLine([StyledSpan(String(repeating: " ", count: columns))] + spans)
    }
}

extension StyledSpan {
    /// `*` or `**` around words.
    fileprivate var isEmphasisMark: Bool { style.contains(.mark) && (text == "*" || text == "**") }
}
