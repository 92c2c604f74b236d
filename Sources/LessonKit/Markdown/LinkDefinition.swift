/// `[label]: destination "title"` on a line of its own, at the document's top level.
struct LinkDefinition {
    let destination: String
    let title: String?

    /// Labels are compared without case, and with any run of white space as one space.
    static func normalised(_ label: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for word in Array(label).split(whereSeparator: \.isUnicodeWhitespace) {
            if !text.isEmpty { text.append(" ") }
            text.add(word)
        }
        return String(text).lowercased()
    }
}

extension BlockParser {
    /// Takes the link definitions that the lines begin with. False, and nothing taken, if the first line is none.
    mutating func define(_ lines: [Line], _ index: inout Int) -> Bool {
        let opening = index
        while index < lines.count, !lines[index].isBlank, define(lines[index]) { index += 1 }
        guard index > opening else { return false }
        // CommonMark would take such a line for a title, or for a new paragraph.
        if index < lines.count, !lines[index].isBlank, BlockStart(lines[index]).isText {
            report(lines[index], "put a blank line between a link definition and the text below it")
        }
        return true
    }

    private mutating func define(_ line: Line) -> Bool {
        let text = Array(line.trimmedFront)
        guard line.indent < 4, text.first == "[", let label = LinkSyntax.label(text, at: 0),
            label.end < text.count, text[label.end] == ":"
        else { return false }
        var at = label.end + 1
        func skipSpaces() { while at < text.count, text[at].isSpaceOrTab { at += 1 } }
        skipSpaces()
        var title: String?
        guard let destination = LinkSyntax.destination(text, at: at), destination.end > at else {
            report(
                line,
                "'\(excerpt(line))' is no link definition; write '[label]: destination', or '\\[' for the bracket"
            )
            return true
        }
        at = destination.end
        skipSpaces()
        if at < text.count, at > destination.end, let found = LinkSyntax.title(text, at: at) {
            title = found.text
            at = found.end
            skipSpaces()
        }
        guard at == text.count else {
            report(line, "'\(excerpt(line))' is no link definition; write '[label]: destination \"title\"' on one line")
            return true
        }
        let key = LinkDefinition.normalised(label.text)
        if definitions[key] != nil {
            report(line, "the link '[\(label.text.string)]' is defined twice")
        } else {
            definitions[key] = LinkDefinition(destination: destination.text, title: title)
        }
        return true
    }
}
