/// A piece of a line of text.
public indirect enum Inline: Sendable, Equatable {
    /// Escapes and entities are already resolved.
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(Link)
    case image(Image)
    /// A line break in the source that means no more than a space.
    case softBreak
    /// A line break to be kept: a backslash or two spaces at the end of the line.
    case hardBreak
    /// A tag or comment inside text, as it stands.
    case html(HTML)

    public struct Link: Sendable, Equatable {
        public let children: [Inline]
        public let destination: String
        public let title: String?
        public let position: SourcePosition

        public init(children: [Inline], destination: String, title: String?, at position: SourcePosition) {
            self.children = children
            self.destination = destination
            self.title = title
            self.position = position
        }
    }

    public struct Image: Sendable, Equatable {
        /// What is said where the picture cannot be shown; without markup.
        public let alt: String
        public let source: String
        public let title: String?
        public let position: SourcePosition

        public init(alt: String, source: String, title: String?, at position: SourcePosition) {
            self.alt = alt
            self.source = source
            self.title = title
            self.position = position
        }
    }

    public struct HTML: Sendable, Equatable {
        public let source: String
        public let position: SourcePosition

        public init(_ source: String, at position: SourcePosition) {
            self.source = source
            self.position = position
        }
    }
}
