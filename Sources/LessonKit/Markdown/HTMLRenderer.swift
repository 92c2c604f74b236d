/// Writes blocks as HTML, byte for byte as cmark-gfm does.
///
///     HTMLRenderer.render(document.blocks)   // "<p>Hello <em>world</em></p>\n"
public enum HTMLRenderer {
    public static func render(_ blocks: [Block]) -> String {
        var writer = HTMLWriter()
        for block in blocks { writer.write(block, isTight: false) }
        return writer.out
    }

    public static func render(_ inlines: [Inline]) -> String {
        var writer = HTMLWriter()
        writer.write(inlines)
        return writer.out
    }
}

private struct HTMLWriter {
    var out = ""

    /// Begins a line, unless one was just begun.
    private mutating func startLine() {
        if !out.isEmpty, out.utf8.last != UInt8(ascii: "\n") { out += "\n" }
    }

    mutating func write(_ block: Block, isTight: Bool) {
        if case .paragraph(let inlines) = block.kind, isTight {
            write(inlines)
            return
        }
        startLine()
        switch block.kind {
        case .heading(let level, let inlines):
            out += "<h\(level)>"
            write(inlines)
            out += "</h\(level)>\n"
        case .paragraph(let inlines):
            out += "<p>"
            write(inlines)
            out += "</p>\n"
        case .code(let info, let text):
            let language = info.prefix { !$0.isWhitespace }
            out += language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(HTMLEscaping.text(language))\">"
            out += HTMLEscaping.text(text) + "</code></pre>\n"
        case .list(let list): write(list)
        case .quote(let blocks):
            out += "<blockquote>\n"
            for inner in blocks { write(inner, isTight: false) }
            startLine()
            out += "</blockquote>\n"
        case .table(let table): write(table)
        case .thematicBreak: out += "<hr />\n"
        case .html(let source):
            out += source
            startLine()
        }
    }

    private mutating func write(_ list: Block.List) {
        let tag: String
        switch list.marker {
        case .bullet:
            tag = "ul"
            out += "<ul>\n"
        case .ordered(let start):
            tag = "ol"
            out += start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
        }
        for item in list.items {
            startLine()
            out += "<li>"
            for block in item.blocks { write(block, isTight: list.isTight) }
            out += "</li>\n"
        }
        out += "</\(tag)>\n"
    }

    private mutating func write(_ table: Block.Table) {
        out += "<table>\n<thead>\n"
        write(row: table.header, "th", table.alignments)
        out += "</thead>\n"
        if !table.rows.isEmpty {
            out += "<tbody>\n"
            for row in table.rows { write(row: row, "td", table.alignments) }
            out += "</tbody>\n"
        }
        out += "</table>\n"
    }

    private mutating func write(row: [[Inline]], _ tag: String, _ alignments: [Block.Table.Alignment]) {
        out += "<tr>\n"
        for (cell, alignment) in zip(row, alignments) {
            switch alignment {
            case .none: out += "<\(tag)>"
            case .left: out += "<\(tag) align=\"left\">"
            case .center: out += "<\(tag) align=\"center\">"
            case .right: out += "<\(tag) align=\"right\">"
            }
            write(cell)
            out += "</\(tag)>\n"
        }
        out += "</tr>\n"
    }

    mutating func write(_ inlines: [Inline], isInStrong: Bool = false) {
        for inline in inlines {
            switch inline {
            case .text(let text): out += HTMLEscaping.text(text)
            case .code(let code): out += "<code>\(HTMLEscaping.text(code))</code>"
            case .emphasis(let children): wrap("em", children)
            case .strong(let children):
                // cmark-gfm says strong once where strong stands directly within strong.
                if isInStrong { write(children, isInStrong: true) } else { wrap("strong", children, isInStrong: true) }
            case .link(let link):
                out += "<a href=\"\(HTMLEscaping.address(link.destination))\"\(title(link.title))>"
                write(link.children)
                out += "</a>"
            case .image(let image):
                out += "<img src=\"\(HTMLEscaping.address(image.source))\" alt=\"\(HTMLEscaping.text(image.alt))\""
                out += "\(title(image.title)) />"
            case .softBreak: out += "\n"
            case .hardBreak: out += "<br />\n"
            case .html(let html): out += html.source
            }
        }
    }

    private mutating func wrap(_ tag: String, _ children: [Inline], isInStrong: Bool = false) {
        out += "<\(tag)>"
        write(children, isInStrong: isInStrong)
        out += "</\(tag)>"
    }

    private func title(_ title: String?) -> String {
        guard let title, !title.isEmpty else { return "" }
        return " title=\"\(HTMLEscaping.text(title))\""
    }
}
