/// A listing that is proven to be part of a program: a `demo` directive and the fenced code below it.
public struct DemoSlice: Sendable, Equatable {
    /// The name of the ``Demo`` that the listing belongs to.
    public let demo: String
    /// The file it is taken from, such as `demo.swift` or `demo.py`.
    public let file: String
    /// The region of the file between `// slice: NAME` and `// end`; nil for the whole file.
    public let slice: String?
    /// `swift` or `python`.
    public let language: String
    /// The listing; every line ends with a newline.
    public let code: String
    /// Where the directive stands.
    public let position: SourcePosition

    public init(
        demo: String,
        file: String,
        slice: String?,
        language: String,
        code: String,
        position: SourcePosition
    ) {
        self.demo = demo
        self.file = file
        self.slice = slice
        self.language = language
        self.code = code
        self.position = position
    }
}
