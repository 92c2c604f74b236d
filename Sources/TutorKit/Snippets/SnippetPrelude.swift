/// Declarations that a snippet may use without having typed them: the functions and types of the demo at hand, and two
/// functions to play with.
public struct SnippetPrelude: Sendable, Equatable {
    struct Piece: Sendable, Equatable {
        let item: SnippetItem
        /// What the compiler calls the file that it is from.
        let file: String
    }

    let items: [Piece]

    public static let none = SnippetPrelude(items: [])

    /// `one` and `two`, for whoever has written nothing yet: `try await gather(one, two)`.
    public static let playground = SnippetPrelude(
        """
        func one() async throws -> String {
            try await sleep(for: .seconds(1))
            return "Result 1"
        }

        func two() async throws -> String {
            try await sleep(for: .seconds(2))
            return "Result 2"
        }
        """,
        file: "playground"
    )

    private init(items: [Piece]) { self.items = items }

    /// The functions and types of a program; not what it does. Nothing of a program that has a type marked `@main`.
    ///
    /// - Parameter file: what the compiler shall call it.
    public init(_ source: String, file: String) {
        let found = Snippet(source).items
        let isScript = !SourceFile(name: file, text: source).saysMain
        let variables = Set(found.filter { $0.kind == .variable }.flatMap(\.names))
        items = found.filter { item in
            switch item.kind {
            case .importing, .type: isScript
            // One that speaks of the program's variables has no meaning without them.
            case .function: isScript && item.words.isDisjoint(with: variables)
            case .variable, .expression, .statement: false
            }
        }.map { Piece(item: $0, file: file) }
    }

    /// Both; of a name that both declare, the other's.
    func adding(_ other: SnippetPrelude) -> SnippetPrelude {
        let taken = Set(other.items.flatMap(\.item.names))
        return SnippetPrelude(items: items.filter { taken.isDisjoint(with: $0.item.names) } + other.items)
    }
}
