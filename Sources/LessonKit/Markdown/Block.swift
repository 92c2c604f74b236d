/// A piece of Markdown that stands on lines of its own.
public struct Block: Sendable, Equatable {
    public let kind: Kind
    /// Where its first character stands: for a heading the `#`, for a list the first marker, for a quote the `>`.
    public let position: SourcePosition

    public init(_ kind: Kind, at position: SourcePosition) {
        self.kind = kind
        self.position = position
    }

    public indirect enum Kind: Sendable, Equatable {
        /// `level` is 1 to 6.
        case heading(level: Int, [Inline])
        case paragraph([Inline])
        /// Fenced code. `info` is what follows the fence, such as `swift`; every line of `text` ends with a newline.
        case code(info: String, text: String)
        case list(List)
        case quote([Block])
        case table(Table)
        case thematicBreak
        /// A comment, or lines that begin with `<details>` or `<summary>`, as they stand, with the closing newline.
        case html(String)
    }

    public struct List: Sendable, Equatable {
        public enum Marker: Sendable, Equatable {
            case bullet
            case ordered(start: Int)
        }

        public let marker: Marker
        /// No blank lines between the items: their paragraphs are shown without space around them.
        public let isTight: Bool
        public let items: [Item]

        public init(marker: Marker, isTight: Bool, items: [Item]) {
            self.marker = marker
            self.isTight = isTight
            self.items = items
        }
    }

    public struct Item: Sendable, Equatable {
        public let blocks: [Block]
        /// Where the marker stands.
        public let position: SourcePosition

        public init(blocks: [Block], at position: SourcePosition) {
            self.blocks = blocks
            self.position = position
        }
    }

    public struct Table: Sendable, Equatable {
        public enum Alignment: Sendable, Equatable {
            case none, left, center, right
        }

        /// One for each column.
        public let alignments: [Alignment]
        public let header: [[Inline]]
        /// Each row has as many cells as there are columns.
        public let rows: [[[Inline]]]

        public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
            self.alignments = alignments
            self.header = header
            self.rows = rows
        }
    }
}
