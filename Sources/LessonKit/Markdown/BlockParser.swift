/// Cuts lines into blocks.
///
/// Works by recursion: the lines of a quote or list item are stripped of their marks and parsed like a document. That
/// is exact because the dialect has no lazy continuation lines.
struct BlockParser {
    let file: String
    /// By normalised label.
    var definitions: [String: LinkDefinition] = [:]
    var diagnostics: [Diagnostic] = []

    init(file: String) {
        self.file = file
    }

    mutating func parse(_ lines: [Line], depth: Int) -> RawBody {
        var body = RawBody()
        var index = 0
        var isAfterBlank = false
        var isAfterContainer = false
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                isAfterBlank = true
                body.endsInParagraph = false
                index += 1
                continue
            }
            let start = BlockStart(line)
            if isAfterContainer, body.endsInParagraph, start.isText {
                report(
                    line,
                    "'\(excerpt(line))' would continue the paragraph in the quote or list item above; indent or mark "
                        + "it like that paragraph, or put a blank line before it"
                )
            }
            if isAfterBlank, !body.blocks.isEmpty { body.hasBlankBetween = true }
            isAfterBlank = false
            body.endsInParagraph = false
            isAfterContainer = false

            switch start {
            case .heading(let level):
                body.blocks.append(heading(line, level: level))
                index += 1
            case .thematicBreak:
                body.blocks.append(RawBlock(kind: .finished(.thematicBreak), position: position(line)))
                index += 1
            case .fence(let fence):
                body.blocks.append(code(lines, &index, fence: fence))
            case .quote where isShallow(depth, line):
                body.blocks.append(quote(lines, &index, depth: depth, endsInParagraph: &body.endsInParagraph))
                isAfterContainer = true
            case .listItem(let marker) where isShallow(depth, line):
                body.blocks.append(
                    list(lines, &index, first: marker, depth: depth, endsInParagraph: &body.endsInParagraph)
                )
                isAfterContainer = true
            case .html(.comment):
                body.blocks.append(comment(lines, &index))
            case .html(.details):
                body.blocks.append(details(lines, &index))
            case .html, .indented, .unspacedHeading, .text, .quote, .listItem:
                reportUnsupported(start, line)
                if depth == 0, define(lines, &index) { continue }
                if let table = table(lines, &index) {
                    body.blocks.append(table)
                } else {
                    body.blocks.append(paragraph(lines, &index))
                    body.endsInParagraph = true
                }
            }
        }
        return body
    }

    // MARK: Diagnostics

    mutating func report(_ line: Line, at index: Int? = nil, _ message: String) {
        let position = line.position(in: file, at: index ?? line.trimmedFront.startIndex)
        diagnostics.append(Diagnostic(at: position, message))
    }

    func position(_ line: Line) -> SourcePosition {
        line.position(in: file, at: line.trimmedFront.startIndex)
    }

    /// The offending text, cut to a length that fits a message.
    func excerpt(_ line: Line) -> String {
        let text = line.trimmedFront.trimmed
        return text.count <= 40 ? text.string : text.prefix(37).string + "..."
    }

    private mutating func isShallow(_ depth: Int, _ line: Line) -> Bool {
        if depth < MarkdownDocument.Limits.containers { return true }
        report(line, "quotes and lists nested deeper than \(MarkdownDocument.Limits.containers)")
        return false
    }

    private mutating func reportUnsupported(_ start: BlockStart, _ line: Line) {
        switch start {
        case .indented:
            report(line, "'\(excerpt(line))' is indented like code; write code between ``` fences")
        case .unspacedHeading:
            report(line, "'\(excerpt(line))' is no heading; put a space after the '#', or write '\\#'")
        case .html(.unsupported(let tag, _)):
            report(line, "'\(tag)' begins a block of HTML, which is not supported here; write '\\<' for the character")
        default: break
        }
        let spaces = line.text.prefix(while: \.isSpaceOrTab)
        if let tab = spaces.firstIndex(of: "\t") { report(line, at: tab, "tab as indentation; use spaces") }
    }

    // MARK: Leaves

    private mutating func heading(_ line: Line, level: Int) -> RawBlock {
        var rest = line.trimmedFront.dropFirst(level).trimmed
        let withoutClosing = rest.reversed().drop { $0 == "#" }
        if withoutClosing.isEmpty {
            rest = rest.prefix(0)
        } else if withoutClosing.count < rest.count, withoutClosing.first?.isSpaceOrTab == true {
            rest = rest.prefix(withoutClosing.count).trimmed
        }
        if rest.isEmpty { report(line, "heading without text") }
        return RawBlock(
            kind: .heading(level: level, InlineSource(line, rest, file: file)),
            position: position(line)
        )
    }

    private mutating func code(_ lines: [Line], _ index: inout Int, fence: Fence) -> RawBlock {
        let opening = lines[index]
        var text = String.UnicodeScalarView()
        index += 1
        while index < lines.count, !fence.isClosed(by: lines[index]) {
            let line = lines[index]
            let indentation = line.text.prefix(fence.indent).prefix(while: \.isSpaceOrTab)
            if let tab = indentation.firstIndex(of: "\t") { report(line, at: tab, "tab as indentation; use spaces") }
            text.add(line.text.dropFirst(min(line.indent, fence.indent)))
            text.append("\n")
            index += 1
        }
        if index < lines.count {
            index += 1
        } else {
            let marks = String(repeating: String(fence.mark), count: fence.length)
            report(opening, "this fence is never closed; end the code with a line '\(marks)'")
        }
        let info = Escapes.resolved(fence.info)
        return RawBlock(kind: .finished(.code(info: info, text: String(text))), position: position(opening))
    }

    private mutating func comment(_ lines: [Line], _ index: inout Int) -> RawBlock {
        let opening = lines[index]
        var source = String.UnicodeScalarView()
        while index < lines.count {
            let line = lines[index]
            source.add(line.text)
            source.append("\n")
            index += 1
            guard let end = line.text.endOfFirst("-->") else { continue }
            let rest = line.text[end...]
            if let text = rest.firstIndex(where: { !$0.isSpaceOrTab }) {
                report(
                    line,
                    at: text,
                    "'\(rest.trimmed.prefix(40).string)' stands behind a comment, where Markdown is not read; "
                        + "put it on a line of its own"
                )
            }
            return RawBlock(kind: .finished(.html(String(source))), position: position(opening))
        }
        report(opening, "this comment is never closed; end it with '-->'")
        return RawBlock(kind: .finished(.html(String(source))), position: position(opening))
    }

    private func details(_ lines: [Line], _ index: inout Int) -> RawBlock {
        let opening = lines[index]
        var source = String.UnicodeScalarView()
        while index < lines.count, !lines[index].isBlank {
            source.add(lines[index].text)
            source.append("\n")
            index += 1
        }
        return RawBlock(kind: .finished(.html(String(source))), position: position(opening))
    }

    private mutating func paragraph(_ lines: [Line], _ index: inout Int) -> RawBlock {
        let opening = lines[index]
        var source = InlineSource(opening, opening.trimmedFront, file: file)
        index += 1
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            if let underline = line.underline {
                report(line, "'\(underline)' under text makes a heading of it; write '## ' before the heading instead")
            } else if BlockStart(line).interruptsParagraph {
                break
            } else if TableRow.isDelimiterRow(line) {
                report(line, "put a blank line before the table, and give header and delimiter row as many cells")
            }
            source.appendNewline()
            source.append(line.trimmedFront, of: line)
            index += 1
        }
        source.trimEnd()
        if let label = LinkSyntax.label(source.text, at: 0), label.end < source.text.count,
            source.text[label.end] == ":"
        {
            report(opening, "a link definition stands on one line, and neither in a quote nor in a list")
        }
        return RawBlock(kind: .paragraph(source), position: position(opening))
    }
}

extension Line {
    /// `===` or `---`, which makes a heading of the paragraph above.
    var underline: String? {
        let rest = trimmedFront.trimmed
        guard indent < 4, let mark = rest.first, mark == "=" || mark == "-" else { return nil }
        return rest.allSatisfy { $0 == mark } ? rest.prefix(40).string : nil
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The index behind the first occurrence of a short text.
    func endOfFirst(_ text: String) -> Int? {
        let wanted = Array(text.unicodeScalars)
        guard count >= wanted.count else { return nil }
        return (startIndex...(endIndex - wanted.count)).first { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
            .map { $0 + wanted.count }
    }
}
