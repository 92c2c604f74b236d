import Foundation

/// The kit's manual: articles and the comments of its public declarations.
public struct KitDocumentation: Sendable, Equatable {
    public let articles: [DocArticle]
    public let symbols: [DocSymbol]

    public init(articles: [DocArticle], symbols: [DocSymbol]) {
        self.articles = articles
        self.symbols = symbols
    }

    /// Reads the sources of the kit in `folder`: `.md` files and `.swift` files, in the order of their paths.
    ///
    /// - Returns: nil if there are none.
    public init?(folder: String) {
        let files = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
        func text(_ file: String) -> String {
            String(decoding: FileManager.default.contents(atPath: "\(folder)/\(file)") ?? Data(), as: UTF8.self)
        }
        articles = files.filter { $0.hasSuffix(".md") }.map { file in
            let name = file.split(separator: "/").last.map(String.init) ?? file
            return DocArticle(name: String(name.dropLast(3)), source: text(file))
        }
        symbols = files.filter { $0.hasSuffix(".swift") }.flatMap { DocSource.symbols(in: text($0)) }
        if articles.isEmpty && symbols.isEmpty { return nil }
    }

    /// What a person's word leads to.
    public enum Match: Sendable, Equatable {
        /// Overloads of one name; the articles that speak of it.
        case symbols([DocSymbol], articles: [DocArticle])
        case article(DocArticle)
        /// Nothing has that name, but these speak of it.
        case mentioned([DocArticle])
        case none(suggestion: String?)
    }

    /// `gather`, `Future.setResult`, `asyncio.create_task`, `RunningTasksConcurrently`, `timeouts`. Case does not count.
    public func find(_ words: String) -> Match {
        let name = KitDocumentation.plainName(words)
        let named = symbols.filter { $0.path.lowercased() == name.lowercased() }
        let found = named.isEmpty ? symbols.filter { $0.name.lowercased() == name.lowercased() } : named
        if !found.isEmpty { return .symbols(found, articles: speaking(of: found[0].path)) }
        let wanted = words.lowercased().filter { !$0.isWhitespace }
        if let article = readable.first(where: {
            $0.name.lowercased() == wanted || $0.title.lowercased().filter { !$0.isWhitespace } == wanted
        }) {
            return .article(article)
        }
        let speaking = readable.filter { $0.text.contains(words) }
        if words.count > 2, !speaking.isEmpty { return .mentioned(speaking) }
        return .none(suggestion: KitDocumentation.nearest(to: name, among: names))
    }

    /// Articles that a person may read, the overview first.
    public var readable: [DocArticle] {
        let others = articles.filter { !$0.isExtension && $0.name != "ConcurrencyKit" }.sorted { $0.name < $1.name }
        return articles.filter { $0.name == "ConcurrencyKit" } + others
    }

    /// What may be asked for: every name once, sorted.
    public var names: [String] {
        Set(symbols.map(\.path).filter { !$0.hasSuffix(".init") } + readable.map(\.name)).sorted()
    }

    /// Titles by the names of the articles.
    var titles: [String: String] {
        Dictionary(articles.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The articles that a name belongs to by the manual's own lists; then those that speak of it.
    private func speaking(of path: String) -> [DocArticle] {
        let base = path.split(separator: ".").first.map(String.init) ?? path
        let owners = articles.flatMap(\.topics).filter { $0.symbols.contains(path) || $0.symbols.contains(base) }
        let first = owners.compactMap { owner in readable.first { $0.name == owner.article } }
        let name = path.split(separator: ".").last.map(String.init) ?? path
        let others = readable.filter { article in
            article.name != "ConcurrencyKit"
                && ["`\(name)`", "`\(name)(", " \(name)(", "``\(name)"].contains { article.text.contains($0) }
        }
        return first + others.filter { !first.contains($0) }
    }

    /// `asyncio.create_task()` is `createTask`.
    private static func plainName(_ words: String) -> String {
        var name = words.filter { $0 != "`" }
        if name.lowercased().hasPrefix("asyncio.") { name.removeFirst(8) }
        name = String(name.prefix { $0 != "(" })
        let parts = name.split(separator: "_", omittingEmptySubsequences: true)
        guard parts.count > 1 else { return name }
        return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
