#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// How large the terminal is, in cells.
struct TerminalSize: Equatable, Sendable {
    let rows: Int
    let columns: Int

    /// What the terminal says, else `LINES` and `COLUMNS`, else 24 rows of 80 columns.
    init(of descriptor: Int32, environment: [String: String]) {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        func choose(_ told: UInt16, _ variable: String, _ usual: Int) -> Int {
            if isKnown, told > 0 { return Int(told) }
            return environment[variable].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? usual
        }
        rows = choose(size.ws_row, "LINES", 24)
        columns = choose(size.ws_col, "COLUMNS", 80)
    }
}
