import LessonKit

/// What stands in the kit's articles and comments, made into the lessons' dialect of Markdown.
enum DocText {
    /// - Parameter titles: what articles are called, by their file's name.
    static func blocks(_ text: String, titles: [String: String]) -> [Block] {
        MarkdownDocument(parsing: plain(text, titles: titles), file: "documentation").blocks
    }

    /// Without DocC's own marks: columns, links to symbols and to articles; code is fenced.
    static func plain(_ text: String, titles: [String: String]) -> String {
        var lines: [String] = []
        var fence: Substring?
        var isIndentedCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let word = line.drop(while: \.isWhitespace)
            if let open = fence {
                if word.hasPrefix(open) { fence = nil }
                lines.append(String(line))
                continue
            }
            if word.hasPrefix("```") {
                fence = word.prefix { $0 == "`" }
                lines.append(String(line))
                continue
            }
            let isCode = line.hasPrefix("    ") && (isIndentedCode || lines.last.map(isBlank) ?? true)
            if isCode, !isIndentedCode {
                lines.append("```")
                isIndentedCode = true
            } else if isIndentedCode, !isCode, !isBlank(line) {
                // The blank lines behind the code are not the code's.
                while lines.last.map(isBlank) == true { lines.removeLast() }
                lines += ["```", ""]
                isIndentedCode = false
            }
            if isIndentedCode {
                lines.append(plainLinks(String(line.dropFirst(4))))
            } else if !isDirective(word) {
                lines.append(linked(String(line), titles))
            }
        }
        if isIndentedCode { lines.append("```") }
        return lines.joined(separator: "\n")
    }

    /// `@Row {`, and the brace that closes it.
    private static func isDirective(_ word: Substring) -> Bool {
        word.hasPrefix("@") && word.hasSuffix("{") || word == "}"
    }

    private static func isBlank(_ line: some StringProtocol) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// ``gather(_:file:line:)-1vixo`` is `gather`, <doc:Awaitables> is the article's title.
    private static func linked(_ line: String, _ titles: [String: String]) -> String {
        let symbols = line.replacing(#/``([^`]+)``/#) { "`\(name(ofLink: $0.1))`" }
        return symbols.replacing(#/<doc:([^>]+)>/#) { "\(titles[String($0.1)] ?? String($0.1)) (`doc \($0.1)`)" }
    }

    /// In code, where a link needs no marks of its own.
    private static func plainLinks(_ line: String) -> String {
        line.replacing(#/``([^`]+)``/#) { name(ofLink: $0.1) }
    }

    /// `EventLoop/run(file:line:_:)-2x` is `EventLoop.run`.
    static func name(ofLink link: some StringProtocol) -> String {
        let path = link.split(separator: "/").map { part in
            part.prefix { $0 != "(" && $0 != "-" }
        }
        return (path.first == "ConcurrencyKit" && path.count > 1 ? path.dropFirst() : path[...]).joined(separator: ".")
    }
}
