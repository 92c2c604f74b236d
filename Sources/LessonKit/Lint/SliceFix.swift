/// Makes the listings of a lesson what stands in the demos' files, and changes nothing else.
public enum SliceFix {
    public struct Fixed: Sendable, Equatable {
        public let text: String
        /// What was changed, where: one line each, in the order of the text. Empty if all listings were right.
        public let changes: [Diagnostic]
    }

    /// - Parameter folder: with the text in question as its `lesson.md`. What cannot be understood, such as a slice that
    ///   there is not, is left as it is: the parser reports it.
    public static func fixed(_ folder: LessonFolder) -> Fixed {
        let text = folder.files[LessonParser.fileName] ?? ""
        let file = folder.path(of: LessonParser.fileName)
        let blocks = MarkdownDocument(parsing: text, file: file).blocks
        // By scalars: CR and LF together are one character.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let ending = text.unicodeScalars.contains("\r") ? "\r" : ""
        var changes: [Diagnostic] = []
        for (block, next) in zip(blocks, blocks.dropFirst()).reversed() {
            guard case .html(let source) = block.kind, source.isComment,
                case .directive(let directive) = Comment(source, at: block.position), directive.name == "demo",
                let program = directive["file"]?.text, let programText = folder.files[program],
                case .code(_, let shown) = next.kind, next.position.column == 1,
                let region = try? SliceRegion(of: directive["slice"]?.text, in: programText, file: program)
            else { continue }
            let wanted = region.lines.map(\.text)
            let present = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            // A fence in the program would end the listing.
            guard wanted != present, !wanted.contains(where: { $0.drop { $0 == " " }.hasPrefix("```") }) else {
                continue
            }
            let first = next.position.line
            guard first + present.count <= lines.count else { continue }
            lines.replaceSubrange(first..<(first + present.count), with: wanted.map { $0 + ending })
            let what = directive["slice"].map { "slice '\($0.text)' of \(program)" } ?? program
            changes.append(Diagnostic(at: next.position, "the listing is \(what) again"))
        }
        return Fixed(text: lines.joined(separator: "\n"), changes: changes.reversed())
    }
}
