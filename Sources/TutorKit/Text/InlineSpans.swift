import LessonKit

/// The pieces of a line of Markdown as styled, sanitised text. A newline is a break to be kept.
enum InlineSpans {
    static func spans(_ inlines: [Inline], style: TextStyle = [], _ notes: inout LinkNotes) -> [StyledSpan] {
        var spans: [StyledSpan] = []
        for inline in inlines {
            switch inline {
            case .text(let text):
                spans.append(StyledSpan(oneLine(text), style))
            case .code(let text):
                // The backquotes belong to the code, so that no line is broken between them.
                spans.append(StyledSpan("`\(oneLine(text))`", style.union(.code)))
            case .emphasis(let children):
                spans += marked("*", self.spans(children, style: style.union(.emphasis), &notes), style)
            case .strong(let children):
                spans += marked("**", self.spans(children, style: style.union(.strong), &notes), style)
            case .link(let link):
                spans += self.spans(link.children, style: style.union(.link), &notes)
                if let number = notes.number(of: link) {
                    spans.append(StyledSpan("\u{A0}[\(number)]", style.union([.link, .mark])))
                }
            case .image(let image):
                spans.append(StyledSpan("[picture: \(oneLine(image.alt))]", style))
            case .softBreak:
                spans.append(StyledSpan(" ", style))
            case .hardBreak:
                spans.append(StyledSpan("\n", style))
            case .html:
                break
            }
        }
        return spans
    }

    private static func marked(_ mark: String, _ spans: [StyledSpan], _ style: TextStyle) -> [StyledSpan] {
        [StyledSpan(mark, style.union(.mark))] + spans + [StyledSpan(mark, style.union(.mark))]
    }

    private static func oneLine(_ text: String) -> String {
        String(Sanitizer.text(text).map { $0 == "\n" ? " " : $0 })
    }
}
