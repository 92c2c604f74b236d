import TutorKit

/// Where libedit has drawn the line on the screen, counted from the start of the prompt.
///
/// libedit knows this but does not tell; whoever writes below the line, or over it, has to know.
struct LineGeometry: Equatable {
    struct Place: Equatable {
        /// 0 is the row on which the prompt begins.
        var row = 0
        /// 0-based.
        var column = 0
    }

    let cursor: Place
    /// Behind the last character.
    let end: Place

    /// - Parameters:
    ///   - prompt: without escape sequences.
    ///   - size: of the terminal. libedit keeps no more rows than it has; the first ones scroll away.
    init(prompt: String, before: [Unicode.Scalar], after: [Unicode.Scalar], size: (rows: Int, columns: Int)) {
        var place = Place()
        for scalar in prompt.unicodeScalars { place.advance(over: scalar, columns: size.columns) }
        for scalar in before { place.advance(over: scalar, columns: size.columns) }
        let cursor = place
        for scalar in after { place.advance(over: scalar, columns: size.columns) }
        let scrolled = max(0, place.row - (size.rows - 1))
        self.cursor = Place(row: max(0, cursor.row - scrolled), column: cursor.column)
        self.end = Place(row: place.row - scrolled, column: place.column)
    }

    /// Moves from the cursor to the end of the line.
    var toEnd: TerminalText {
        let down = end.row - cursor.row
        guard down != 0 || end.column != cursor.column else { return .empty }
        return .control("\r") + TerminalText(String(repeating: "\n", count: max(0, down)))
            + (end.column > 0 ? .control("\u{1B}[", end.column, "C") : .empty)
    }

    /// Moves from the cursor to the start of the prompt and clears everything from there.
    var clear: TerminalText {
        (cursor.row > 0 ? .control("\u{1B}[", cursor.row, "A") : .empty) + .control("\r\u{1B}[J")
    }
}

extension LineGeometry.Place {
    fileprivate mutating func advance(over scalar: Unicode.Scalar, columns: Int) {
        switch scalar {
        case "\n":
            row += 1
            column = 0
        case "\t":
            column = column / 8 * 8 + 8
        default:
            let cells = DisplayWidth.cells(of: scalar)
            if cells == 2, column + cells > columns, scalar.value > 127 {
                row += 1
                column = 0
            }
            column += cells
        }
        if column >= columns {
            row += 1
            column -= columns
        }
    }
}
