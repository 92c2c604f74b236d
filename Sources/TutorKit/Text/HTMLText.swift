/// The words between the tags of a block of HTML. Comments, which hold directives and notes, are no words.
enum HTMLText {
    /// In time linear in the length of the source. A tag or comment that is not closed runs to the end.
    static func words(_ source: String) -> String {
        var words = ""
        var rest = source[...]
        while let open = rest.firstIndex(of: "<") {
            words += rest[..<open]
            rest = rest[open...]
            rest = rest.hasPrefix("<!--") ? after("-->", in: rest.dropFirst(4)) : after(">", in: rest)
            words += " "
        }
        words += rest
        for (reference, character) in references { words.replace(reference, with: character) }
        return Sanitizer.text(words).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    /// The ampersand is the last, so that `&amp;lt;` is `&lt;`.
    private static let references = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"), ("&amp;", "&"),
    ]

    private static func after(_ mark: String, in text: Substring) -> Substring {
        text.firstRange(of: mark).map { text[$0.upperBound...] } ?? ""
    }
}
