/// A place in a text file: `Lessons/07-gather/lesson.md:41:3`.
///
/// `line` and `column` are 1-based. A column counts Unicode scalars from the start of the line, not bytes and not
/// grapheme clusters, so that `é` is one column where it is one scalar.
public struct SourcePosition: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    public var description: String { "\(file):\(line):\(column)" }
}
