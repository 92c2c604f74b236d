/// How each kind of text looks where there are colours: with the terminal's own 16, which its owner has chosen to be readable.
///
/// Yellow, white and bright black are not used: each of them is nearly invisible on somebody's background.
public enum Theme {
    /// Back to plain text.
    public static let reset = "\u{1B}[0m"

    /// Every escape sequence (ECMA-48, Select Graphic Rendition) that text can have: the closed list.
    public static let sequences: [String] = [reset] + Set(table.map { $0.sequence }).sorted()

    /// Nil for plain text.
    static func sequence(for style: TextStyle) -> String? {
        // A mark says in plain characters what the colour of its neighbours says too.
        guard !style.contains(.mark) else { return nil }
        let sequences = table.filter { style.contains($0.style) }.map(\.sequence)
        return sequences.isEmpty ? nil : sequences.joined()
    }

    private static let bold = "\u{1B}[1m"
    private static let faint = "\u{1B}[2m"
    private static let italic = "\u{1B}[3m"
    private static let underlined = "\u{1B}[4m"
    private static let red = "\u{1B}[31m"
    private static let green = "\u{1B}[32m"
    private static let blue = "\u{1B}[34m"
    private static let magenta = "\u{1B}[35m"
    private static let cyan = "\u{1B}[36m"

    private static let table: [(style: TextStyle, sequence: String)] = [
        (.heading, bold), (.strong, bold), (.emphasis, italic), (.code, cyan), (.link, underlined),
        (.keyword, magenta), (.string, green), (.number, blue), (.typeName, blue), (.comment, italic), (.comment, cyan),
        (.right, bold), (.right, green), (.wrong, bold), (.wrong, magenta), (.complaint, red),
        (.prompt, bold), (.prompt, green),
        (.ran, bold), (.ran, blue), (.waiting, faint), (.cancelRequested, magenta), (.returned, green), (.threw, bold),
        (.threw, red), (.cancelled, magenta),
    ]
}
