import LessonKit

extension Session {
    /// `doc`, `doc gather`, `doc Future.setResult`, `doc asyncio.create_task`.
    public mutating func documented(_ words: String, in documentation: KitDocumentation?) -> [SessionEffect] {
        finish(doc(words, in: documentation))
    }

    private func doc(_ words: String, in documentation: KitDocumentation?) -> [SessionEffect] {
        guard let documentation else {
            return [
                .complain(
                    "the kit's documentation is not where the tutor looks for it: set ASYNC_TUTOR_DOCUMENTATION to the folder "
                        + "Sources/ConcurrencyKit of the tutor's sources"
                )
            ]
        }
        guard !words.isEmpty else { return topics(documentation) }
        switch documentation.find(words) {
        case .article(let article):
            return [.show(.blocks(DocText.blocks(article.text, titles: documentation.titles)))]
        case .symbols(let symbols, let articles): return describe(symbols, articles, documentation)
        case .mentioned(let articles):
            return [.show(.words("The kit has nothing named \(words). These articles speak of it:")), list(articles)]
        case .none(let suggestion):
            let clause = suggestion.map { "; did you mean '\($0)'?" } ?? "; `doc` lists the topics"
            return [.complain("the kit has nothing named '\(words)'\(clause)")]
        }
    }

    private func topics(_ documentation: KitDocumentation) -> [SessionEffect] {
        [
            list(documentation.readable),
            .show(.words("`doc NAME` shows an article, or anything in the kit: doc gather, doc Future.setResult.")),
        ]
    }

    private func list(_ articles: [DocArticle]) -> SessionEffect {
        let width = articles.map(\.name.count).max() ?? 0
        let rows = articles.map { "  " + Columns.padded($0.name, to: width) + "  " + $0.title }
        return .show(.laidOut(rows.joined(separator: "\n")))
    }

    private func describe(
        _ symbols: [DocSymbol],
        _ articles: [DocArticle],
        _ documentation: KitDocumentation
    ) -> [SessionEffect] {
        let first = symbols.first { !$0.comment.isEmpty } ?? symbols[0]
        var effects: [SessionEffect] = [.show(.words(first.declaration))]
        if !first.comment.isEmpty {
            effects.append(.show(.blocks(DocText.blocks(first.comment, titles: documentation.titles))))
        }
        let others = symbols.filter { $0 != first }
        if !others.isEmpty {
            effects.append(.show(.words(others.count == 1 ? "Another form:" : "\(others.count) other forms:")))
            let items = others.map { other in
                other.summary.isEmpty ? "- `\(other.declaration)`" : "- `\(other.declaration)`: \(other.summary)"
            }
            effects.append(
                .show(.blocks(DocText.blocks(items.joined(separator: "\n"), titles: documentation.titles)))
            )
        }
        let members = documentation.symbols.filter {
            $0.path.hasPrefix(first.path + ".") && !$0.path.hasSuffix(".init")
        }
        if !members.isEmpty {
            let names = members.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            effects.append(.show(.words("Members: \(names.joined(separator: ", ")).")))
        }
        if !articles.isEmpty {
            effects.append(
                .show(.words("More: \(articles.prefix(3).map { "doc \($0.name)" }.joined(separator: ", "))."))
            )
        }
        return effects
    }
}
