/// A text in the lesson dialect of Markdown, parsed.
///
///     let document = MarkdownDocument(parsing: "# Hello\n", file: "lesson.md")
///     document.blocks       // one heading
///     document.diagnostics  // empty
///
/// The dialect is a strict part of CommonMark with GFM's tables. Whatever parses without a diagnostic means exactly
/// what cmark-gfm takes it to mean (a test renders both and compares). What the dialect leaves out is reported, never
/// guessed at:
///
/// - indented code (use a fence), underlined headings (use `##`), fences and comments that are never closed
/// - lines that continue a quote or list item without its mark or indentation
/// - tabs as indentation; control characters
/// - HTML but for comments on lines of their own, `<details>` and `<summary>`, and in text `<br>`, `<kbd>`, `<sub>`,
///   `<sup>`
/// - named entities but for the common ones; references to links that are not defined
/// - tables whose rows have not as many cells as the header
/// - `#Heading` without the space; headings, quotes and list items without text; tables and thematic breaks in list
///   items
/// - code that is begun by a backtick and never ended
///
/// Parsing takes time in proportion to the text's length, whatever the text. Nesting is bounded: see ``Limits``.
public struct MarkdownDocument: Sendable, Equatable {
    public let blocks: [Block]
    /// What is wrong, in the order of the lines. If this is empty, `blocks` is the whole truth.
    public let diagnostics: [Diagnostic]

    /// `file` is used in positions only; nothing is read.
    public init(parsing text: String, file: String) {
        let source = SourceLines(text, file: file)
        var parser = BlockParser(file: file)
        let body = parser.parse(source.lines, depth: 0)
        var resolver = InlineResolver(definitions: parser.definitions)
        blocks = resolver.blocks(body.blocks)
        // What is no block of the dialect is often no text of it either; one report is enough.
        let reported = Set(parser.diagnostics.map(\.position))
        diagnostics = DiagnosticList.sorted(
            source.diagnostics + parser.diagnostics + resolver.diagnostics.filter { !reported.contains($0.position) }
        )
    }

    /// How deeply things may be nested. Deeper nesting is reported and shown as text.
    public enum Limits {
        /// Quotes and lists.
        public static let containers = 12
        /// Emphasis within emphasis.
        public static let emphasis = 16
        /// Brackets within brackets.
        public static let brackets = 16
    }
}
