/// Fitting text into columns: filled up with spaces, or cut with `..` where it is too long.
enum Columns {
    /// The text and spaces up to `width` columns; as it is if it is wider.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - Width.of(text)))
    }

    /// Spaces and the text.
    static func rightAligned(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - Width.of(text))) + text
    }

    /// At most `width` columns, the middle left out: both ends of `fetch-users-from-eu-1` tell something.
    static func cutInMiddle(_ text: String, to width: Int) -> String {
        guard Width.of(text) > width else { return text }
        guard width > mark.count else { return start(of: text, width) }
        let tail = (width - mark.count) / 2
        return start(of: text, width - mark.count - tail) + mark + end(of: text, tail)
    }

    /// At most `width` columns, the end left out.
    static func cutAtEnd(_ text: String, to width: Int) -> String {
        guard Width.of(text) > width else { return text }
        guard width > mark.count else { return start(of: text, width) }
        return start(of: text, width - mark.count) + mark
    }

    private static let mark = ".."

    private static func start(of text: String, _ width: Int) -> String {
        String(whole(text, width))
    }

    private static func end(of text: String, _ width: Int) -> String {
        String(whole(text.reversed(), width).reversed())
    }

    /// The first characters that together fill at most `width` columns. Never half a character.
    private static func whole(_ characters: some Sequence<Character>, _ width: Int) -> [Character] {
        var left = width
        return Array(
            characters.prefix { character in
                left -= Width.of(String(character))
                return left >= 0
            }
        )
    }
}
