import LessonKit

/// The mutants of an exercise that no check can notice, because they do the same: its `mutants.md`.
///
///     - `swap-arguments` `max(a, b)`: the larger one is the same either way.
public struct EquivalentMutants: Sendable, Equatable {
    public static let fileName = "mutants.md"

    public struct Entry: Sendable, Equatable {
        public let mutation: String
        /// The line of the solution, without the blanks around it.
        public let original: String
        public let position: SourcePosition

        func explains(_ mutant: Mutant) -> Bool { mutant.mutation == mutation && mutant.original == original }
    }

    public private(set) var entries: [Entry] = []
    public private(set) var diagnostics: [Diagnostic]

    public init(_ text: String, file: String) {
        let document = MarkdownDocument(parsing: text, file: file)
        diagnostics = document.diagnostics
        for block in document.blocks {
            guard case .list(let list) = block.kind else { continue }
            for item in list.items {
                guard case .paragraph(let inlines)? = item.blocks.first?.kind, inlines.count >= 4,
                    case .code(let mutation) = inlines[0], case .code(let original) = inlines[2],
                    case .text(let reason) = inlines[3], reason.hasPrefix(":"), reason.contains(where: \.isLetter)
                else {
                    diagnostics.append(
                        Diagnostic(
                            at: item.position,
                            "an item is '- `mutation` `line of the solution`: why nobody can notice'"
                        )
                    )
                    continue
                }
                entries.append(Entry(mutation: mutation, original: original, position: item.position))
            }
        }
    }
}
