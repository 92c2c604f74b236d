extension InlineParser {
    mutating func openBracket(isImage: Bool) {
        let length = isImage ? 2 : 1
        guard brackets.count < MarkdownDocument.Limits.brackets else {
            if brackets.count == MarkdownDocument.Limits.brackets, !didReportBrackets {
                report(at: at, "brackets nested deeper than \(MarkdownDocument.Limits.brackets)")
                didReportBrackets = true
            }
            return takeText(length)
        }
        if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
        brackets.append(
            Bracket(
                piece: pieces.count,
                start: at,
                contentStart: at + length,
                isImage: isImage,
                pending: pending.count
            )
        )
        // A piece of its own, because it goes when the link is made.
        pieces.append(.text(at..<(at + length)))
        at += length
        pieces.append(.text(at..<at))
    }

    mutating func closeBracket() {
        guard let bracket = brackets.popLast() else { return takeText() }
        let close = at
        guard bracket.isActive, let target = target(of: bracket, close: close) else {
            at = close
            return takeText()
        }
        let children = build(fromPiece: bracket.piece + 1, pending: bracket.pending)
        pieces.removeLast(pieces.count - bracket.piece)
        let position = source.position(at: bracket.start)
        if bracket.isImage {
            let image = Inline.Image(
                alt: children.alternative,
                source: target.destination,
                title: target.title,
                at: position
            )
            pieces.append(.inline(.image(image)))
        } else {
            let link = Inline.Link(
                children: children,
                destination: target.destination,
                title: target.title,
                at: position
            )
            pieces.append(.inline(.link(link)))
            for index in brackets.indices where !brackets[index].isImage { brackets[index].isActive = false }
        }
    }

    /// Where the brackets lead to. Moves `at` behind the link if they lead anywhere.
    private mutating func target(of bracket: Bracket, close: Int) -> LinkDefinition? {
        at = close + 1
        if let inline = inlineTarget() { return inline }
        at = close + 1
        if let label = LinkSyntax.label(text, at: at) {
            if let definition = definitions[LinkDefinition.normalised(label.text)] {
                at = label.end
                return definition
            }
            let name = label.text.string
            let clause = suggestion(for: name, among: definitions.keys.sorted())
            report(at: at, "no link is defined for '[\(name.prefix(60))]'\(clause)")
            return nil
        }
        // cmark takes a label of white space for the empty one, though CommonMark does not.
        if at < text.count, text[at] == "[",
            let end = text[(at + 1)...].prefix(1000).firstIndex(where: { !$0.isUnicodeWhitespace }), text[end] == "]"
        {
            at = end + 1
        }
        guard !bracket.holdsBracket, close - bracket.contentStart <= 999 else { return nil }
        return definitions[LinkDefinition.normalised(text[bracket.contentStart..<close])]
    }

    /// `(destination "title")`.
    private mutating func inlineTarget() -> LinkDefinition? {
        guard at < text.count, text[at] == "(" else { return nil }
        at += 1
        skipWhitespace()
        guard let destination = LinkSyntax.destination(text, at: at) else { return nil }
        at = destination.end
        skipWhitespace()
        var title: String?
        if at > destination.end, let found = LinkSyntax.title(text, at: at) {
            title = found.text
            at = found.end
            skipWhitespace()
        }
        guard at < text.count, text[at] == ")" else { return nil }
        at += 1
        return LinkDefinition(destination: destination.text, title: title)
    }

    private mutating func skipWhitespace() {
        while at < text.count, text[at].isASCIIWhitespace { at += 1 }
    }
}

extension [Inline] {
    /// What cmark-gfm makes the `alt` of an image: the words, and tags as they stand.
    fileprivate var alternative: String {
        map { inline in
            switch inline {
            case .html(let html): html.source
            case .emphasis(let children), .strong(let children): children.alternative
            case .link(let link): link.children.alternative
            default: inline.plainText
            }
        }.joined()
    }
}
