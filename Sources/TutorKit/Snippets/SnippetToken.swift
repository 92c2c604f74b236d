/// A piece of Swift source, as far as cutting it into statements needs to know it. Comments and blanks are none.
struct SnippetToken: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// A name, a keyword, a number; `@main` and `#if` too.
        case word
        case string
        case open, close
        case `operator`
        /// `,` or `:`.
        case punctuation
        case semicolon
        case newline
    }

    let kind: Kind
    let text: String
    /// Of its first character, in the array of characters that was read.
    let start: Int
    /// Behind its last.
    let end: Int
    /// 1-based.
    let line: Int
    /// 1-based, in characters.
    let column: Int
    /// White space, a bracket or nothing stands before it.
    let isSpacedBefore: Bool
    let isSpacedAfter: Bool
}
