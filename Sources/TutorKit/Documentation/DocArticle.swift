/// An article of the kit's manual.
public struct DocArticle: Sendable, Equatable {
    /// Of its file: `RunningTasksConcurrently`.
    public let name: String
    /// Its heading: "Running Tasks Concurrently".
    public let title: String
    /// The sentence below the heading.
    public let abstract: String
    /// In DocC's Markdown, without the lists of topics at its end.
    public let text: String

    init(name: String, source: String) {
        self.name = name
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let heading = lines.first { $0.hasPrefix("# ") }?.dropFirst(2) ?? Substring(name)
        title = heading.filter { $0 != "`" }
        abstract = lines.drop { !$0.hasPrefix("# ") }.dropFirst().first { !$0.isEmpty }.map(String.init) ?? ""
        topics = DocArticle.topics(lines.drop { $0 != "## Topics" })
        text = lines.prefix { $0 != "## Topics" }.joined(separator: "\n")
    }

    /// The symbols that its lists of topics put under an article, in their order: the article's name and base names.
    let topics: [(article: String, symbols: [String])]

    /// It is about one type alone: its file is merely a list of that type's members.
    var isExtension: Bool { title.contains("/") }

    private static func topics(_ lines: ArraySlice<Substring>) -> [(article: String, symbols: [String])] {
        lines.split { $0.hasPrefix("### ") }.compactMap { group in
            let links = group.compactMap { $0.firstMatch(of: #/^- <doc:([^>]+)>/#).map { String($0.1) } }
            guard let article = links.first else { return nil }
            let symbols = group.compactMap { $0.firstMatch(of: #/^- ``([^`]+)``/#).map { DocText.name(ofLink: $0.1) } }
            return (article, symbols)
        }
    }

    public static func == (one: DocArticle, other: DocArticle) -> Bool {
        (one.name, one.title, one.text) == (other.name, other.title, other.text)
    }
}
