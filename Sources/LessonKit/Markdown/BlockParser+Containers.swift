// Quotes and lists: what holds other blocks.
extension BlockParser {
    mutating func quote(
        _ lines: [Line],
        _ index: inout Int,
        depth: Int,
        endsInParagraph: inout Bool
    ) -> RawBlock {
        let opening = lines[index]
        var inner: [Line] = []
        while index < lines.count, case .quote = BlockStart(lines[index]), !lines[index].isBlank {
            let rest = lines[index].trimmedFront.dropFirst()
            inner.append(Line(number: lines[index].number, text: rest.first == " " ? rest.dropFirst() : rest))
            index += 1
        }
        let body = parse(inner, depth: depth + 1)
        if body.blocks.isEmpty { report(opening, "empty quote") }
        endsInParagraph = body.endsInParagraph
        return RawBlock(kind: .quote(body.blocks), position: position(opening))
    }

    mutating func list(
        _ lines: [Line],
        _ index: inout Int,
        first: ListMarker,
        depth: Int,
        endsInParagraph: inout Bool
    ) -> RawBlock {
        let opening = lines[index]
        var items: [RawBlock.Item] = []
        var isTight = true
        var marker = first
        while true {
            let itemLine = lines[index]
            if marker.isEmpty { report(itemLine, "empty list item") }
            let body = parse(itemLines(lines, &index, marker: marker), depth: depth + 1)
            for block in body.blocks {
                // cmark's rules for the space around these are its own, and nobody needs them.
                switch block.kind {
                case .finished(.thematicBreak): report(block, "a thematic break inside a list item is not supported")
                case .table: report(block, "a table inside a list item is not supported; put it below the list")
                default: break
                }
            }
            items.append(RawBlock.Item(blocks: body.blocks, position: position(itemLine)))
            endsInParagraph = body.endsInParagraph
            if body.hasBlankBetween { isTight = false }

            // A blank line is the list's only if another item follows it.
            guard let next = lines[index...].firstIndex(where: { !$0.isBlank }),
                case .listItem(let sibling) = BlockStart(lines[next]), sibling.continues(first)
            else { break }
            if next > index { isTight = false }
            index = next
            marker = sibling
        }
        let kind: Block.List.Marker = first.start.map { .ordered(start: $0) } ?? .bullet
        return RawBlock(kind: .list(marker: kind, isTight: isTight, items: items), position: position(opening))
    }

    private mutating func report(_ block: RawBlock, _ message: String) {
        diagnostics.append(Diagnostic(at: block.position, message))
    }

    /// The lines of one item without the marker and its indentation; `index` ends behind the last that is not blank.
    private mutating func itemLines(_ lines: [Line], _ index: inout Int, marker: ListMarker) -> [Line] {
        var inner = [lines[index].dropping(marker.contentIndent)]
        if let tab = lines[index].text.prefix(marker.contentIndent).firstIndex(of: "\t") {
            report(lines[index], at: tab, "tab behind a list marker; use a space")
        }
        index += 1
        var blanks: [Line] = []
        for line in lines[index...] {
            if line.isBlank {
                blanks.append(line.dropping(min(marker.contentIndent, line.text.count)))
                continue
            }
            guard line.indent >= marker.contentIndent else {
                if line.text.dropFirst(line.indent).first == "\t" {
                    report(line, at: line.text.startIndex + line.indent, "tab as indentation; use spaces")
                }
                break
            }
            inner += blanks
            index += blanks.count + 1
            blanks = []
            inner.append(line.dropping(marker.contentIndent))
        }
        return inner
    }
}
