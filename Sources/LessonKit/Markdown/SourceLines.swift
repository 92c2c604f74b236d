/// A line of a file, or what is left of it when the marks of quotes and lists are taken off its front.
struct Line {
    /// 1-based.
    let number: Int
    /// Slices of a line keep its indices, so that `startIndex + 1` is the column.
    var text: ArraySlice<Unicode.Scalar>

    var isBlank: Bool { text.allSatisfy(\.isSpaceOrTab) }

    /// How many spaces the text begins with.
    var indent: Int { text.prefix { $0 == " " }.count }

    /// The text without leading spaces and tabs.
    var trimmedFront: ArraySlice<Unicode.Scalar> { text.drop(while: \.isSpaceOrTab) }

    func position(in file: String, at index: Int? = nil) -> SourcePosition {
        SourcePosition(file: file, line: number, column: (index ?? text.startIndex) + 1)
    }

    func dropping(_ count: Int) -> Line { Line(number: number, text: text.dropFirst(count)) }
}

/// A file cut into lines at LF, CRLF or CR. A byte order mark is dropped.
struct SourceLines {
    let lines: [Line]
    /// Control characters.
    let diagnostics: [Diagnostic]

    init(_ text: String, file: String) {
        var lines: [Line] = []
        var diagnostics: [Diagnostic] = []
        var current: [Unicode.Scalar] = []
        var afterCarriageReturn = false
        func endLine() {
            lines.append(Line(number: lines.count + 1, text: current[...]))
            current = []
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where afterCarriageReturn: break
            case "\n", "\r": endLine()
            case "\u{FEFF}" where lines.isEmpty && current.isEmpty: break
            case _ where scalar.isControl && scalar != "\t":
                let position = SourcePosition(file: file, line: lines.count + 1, column: current.count + 1)
                let code = String(scalar.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
                diagnostics.append(Diagnostic(at: position, "control character U+\(padded); remove it"))
                current.append("\u{FFFD}")
            default: current.append(scalar)
            }
            afterCarriageReturn = scalar == "\r"
        }
        if !current.isEmpty { endLine() }
        self.lines = lines
        self.diagnostics = diagnostics
    }
}
