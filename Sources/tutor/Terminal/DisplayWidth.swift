import CEditLine

/// How many cells of the terminal a text fills, by the C library's table: the one that libedit draws with.
///
/// Needs a UTF-8 locale: see `TerminalLocale`.
enum DisplayWidth {
    static func cells(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + cells(of: $1) }
    }

    /// What cannot be printed is drawn by libedit as `^A` or `\U+200B`.
    static func cells(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 32 || scalar.value == 127 { return 2 }
        if scalar.isASCII { return 1 }
        let width = wcwidth(WideText.character(scalar))
        if width >= 0 { return Int(width) }
        return scalar.value < 0x100 ? 2 : scalar.value > 0xFFFF ? 8 : 7
    }
}
